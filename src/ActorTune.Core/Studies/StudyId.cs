namespace ActorTune.Studies;

/// <summary>A study's name, by which people and journals know it.</summary>
public readonly record struct StudyId
{
    private const int MaxLength = 100;
    private readonly string? _name;

    /// <summary>Creates a study's name.</summary>
    /// <param name="name">1 to 100 letters, digits, dots, dashes or underscores.</param>
    /// <exception cref="ArgumentException">The name holds something else.</exception>
    public StudyId(string name)
    {
        if (!IsValid(name))
            throw new ArgumentException(
                $"'{name}' cannot name a study: use 1 to 100 letters, digits, '.', '-' or '_'.");
        _name = name;
    }

    /// <summary>The name.</summary>
    public string Name => _name ?? throw new InvalidOperationException("The study has no name.");

    /// <summary>Whether a text can name a study.</summary>
    public static bool IsValid(string? name) =>
        name is { Length: > 0 and <= MaxLength } && name[0] != '.' && name.All(IsAllowed);

    /// <inheritdoc/>
    public override string ToString() => _name ?? string.Empty;

    private static bool IsAllowed(char symbol) =>
        char.IsAsciiLetterOrDigit(symbol) || symbol is '.' or '-' or '_';
}
