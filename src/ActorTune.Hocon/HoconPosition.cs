namespace ActorTune.Hocon;

/// <summary>Where a value was written, so that every message can point at it.</summary>
/// <param name="Origin">The file, or the name of whatever else the text came from.</param>
/// <param name="Line">The line, from 1; 0 when the origin has no lines.</param>
/// <param name="Column">The column in UTF-16 code units, from 1; 0 with <c>Line</c> 0.</param>
public readonly record struct HoconPosition(string Origin, int Line, int Column)
{
    /// <summary>The position of a value that no text holds, such as one built in code.</summary>
    public static HoconPosition None { get; } = new("", 0, 0);

    /// <summary>A whole origin without lines, such as an environment variable.</summary>
    /// <param name="origin">The name that messages show.</param>
    /// <returns>A position with line and column 0.</returns>
    public static HoconPosition Whole(string origin) => new(origin, 0, 0);

    /// <summary>The form that editors understand: <c>file:line:column</c>.</summary>
    /// <returns>The origin, followed by line and column where there are any.</returns>
    public override string ToString() => Line == 0 ? Origin : $"{Origin}:{Line}:{Column}";
}
