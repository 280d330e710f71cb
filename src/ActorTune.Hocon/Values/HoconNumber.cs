using System.Globalization;
using ActorTune.Hocon.Syntax;

namespace ActorTune.Hocon;

/// <summary>A number, kept as it was written, since joining text must not change it.</summary>
public sealed class HoconNumber : HoconValue
{
    /// <summary>Makes a number of its text.</summary>
    /// <param name="text">A number by the grammar of JSON.</param>
    /// <param name="position">Where the number was written.</param>
    /// <exception cref="ArgumentException">The text is no number by that grammar.</exception>
    public HoconNumber(string text, HoconPosition position)
        : base(position)
    {
        if (!NumberSyntax.IsNumber(text))
            throw new ArgumentException($"'{text}' is no JSON number.", nameof(text));
        Text = text;
    }

    /// <summary>The number as it was written, for example <c>1e5</c>.</summary>
    public string Text { get; }

    /// <summary>The nearest double; infinite where the number is beyond its range.</summary>
    public double Value => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whether the number is finite as a double.</summary>
    public bool IsFinite => double.IsFinite(Value);

    /// <summary>Reads the number as a whole number; <c>1e3</c> and <c>2.0</c> are whole.</summary>
    /// <param name="value">The number, where the answer is yes.</param>
    /// <returns>Whether it is whole and fits, exactly.</returns>
    public bool TryGetLong(out long value) => NumberSyntax.TryLong(Text, out value);

    internal override string Describe() =>
        Text.Length <= 60 ? Text : $"{Text[..60]}... ({Text.Length} characters)";
}
