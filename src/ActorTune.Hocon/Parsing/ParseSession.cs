namespace ActorTune.Hocon.Parsing;

/// <summary>What the parsers of a document and of the sources it includes share.</summary>
internal sealed class ParseSession(HoconParseOptions options)
{
    private const int MaxIncludeDepth = 50;

    private readonly List<HoconSource> _open = [];

    public HoconParseOptions Options { get; } = options;

    /// <summary>Parses a source, unless it is already being parsed.</summary>
    public T Within<T>(HoconSource source, HoconPosition includedAt, Func<T> parse)
    {
        if (_open.Any(open => open.Identity == source.Identity))
            throw Refuse(includedAt, "the files include each other in a circle: " + Chain(source));
        if (_open.Count >= MaxIncludeDepth)
            throw Refuse(includedAt, $"includes are nested more than {MaxIncludeDepth} deep");
        _open.Add(source);
        T parsed = parse();
        _open.RemoveAt(_open.Count - 1);
        return parsed;
    }

    public static HoconException Refuse(
        HoconPosition position, string message, Exception? inner = null) =>
        new(new HoconProblem(position, "", message), inner);

    private string Chain(HoconSource source) =>
        string.Join(" -> ", _open.Append(source).Select(open => open.Origin));
}
