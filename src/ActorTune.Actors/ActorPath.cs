namespace ActorTune.Actors;

/// <summary>The place of an actor in the tree of its host, such as <c>/study/suggestion</c>.
/// </summary>
public readonly record struct ActorPath
{
    /// <summary>The most characters that a name may have.</summary>
    public const int MaxNameLength = 200;

    private readonly string? _value;

    private ActorPath(string value) => _value = value;

    /// <summary>The place above all actors, written <c>/</c>.</summary>
    public static ActorPath Root => default;

    /// <summary>The last part of the path; empty for the root.</summary>
    public string Name => _value is null ? "" : _value[(_value.LastIndexOf('/') + 1)..];

    /// <summary>The path of a child.</summary>
    /// <param name="name">One to <see cref="MaxNameLength"/> ASCII letters, digits, <c>-</c>,
    /// <c>_</c>, <c>.</c> or <c>:</c>.</param>
    /// <returns>The path of the child.</returns>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public ActorPath Child(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > MaxNameLength || !name.All(IsNameCharacter))
        {
            throw new ArgumentException(
                $"'{name}' cannot name an actor under {this}: a name has 1 to {MaxNameLength} "
                + "ASCII letters, digits, '-', '_', '.' or ':'. Replace the other characters.",
                nameof(name));
        }

        return new ActorPath($"{_value}/{name}");
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "/";

    internal static ActorPath Ask(int number) =>
        new(FormattableString.Invariant($"/$ask/{number}"));

    private static bool IsNameCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':';
}
