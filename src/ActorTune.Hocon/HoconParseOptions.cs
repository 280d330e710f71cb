namespace ActorTune.Hocon;

/// <summary>What a document may see besides its own text, and the limits it must keep to.</summary>
public sealed record HoconParseOptions
{
    /// <summary>The options used where none are given.</summary>
    public static HoconParseOptions Default { get; } = new();

    /// <summary>
    /// The environment variables: a substitution whose path is not in the document takes the
    /// variable of that name, as a string. Default: null, the variables of this process.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>
    /// The prefix of environment variables that override values, for example
    /// <c>CONFIG_FORCE_</c>. In the rest of the name <c>_</c> stands for a dot, <c>__</c> for a
    /// hyphen and <c>___</c> for an underscore: <c>CONFIG_FORCE_a_b__c___d</c> sets
    /// <c>a.b-c_d</c>. The values are strings. Default: null, no such overrides.
    /// </summary>
    public string? EnvironmentOverridePrefix { get; init; }

    /// <summary>
    /// Assignments applied after the text and after the environment's, each a piece of HOCON such
    /// as <c>scheduler.max-resource = 81</c>; += and several fields work, include does not. They
    /// count before substitutions are resolved, so that values which refer to them follow.
    /// Default: none.
    /// </summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Finds included texts. Default: files, relative to the including file.</summary>
    public IHoconIncludeResolver Includes { get; init; } = new HoconFileIncludes();

    /// <summary>How deep objects and arrays may be nested. Default: 200.</summary>
    public int MaxNesting { get; init; } = 200;

    /// <summary>
    /// How many values the resolved document may hold, against texts that grow when they are
    /// resolved; a joined string counts one more for every 64 characters. Default: 1,000,000.
    /// </summary>
    public int MaxValues { get; init; } = 1_000_000;
}
