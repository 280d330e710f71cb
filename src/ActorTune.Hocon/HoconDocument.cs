using ActorTune.Hocon.Parsing;
using ActorTune.Hocon.Resolution;
using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon;

/// <summary>A HOCON text, parsed with what it includes and resolved.</summary>
/// <remarks>
/// Follows the published specification of HOCON. In order: the text is parsed and includes are
/// put in their places; overrides from the environment and then
/// <see cref="HoconParseOptions.Overrides"/> are assigned; substitutions are resolved against the
/// whole.
/// </remarks>
public sealed class HoconDocument
{
    private HoconDocument(HoconValue root) => Root = root;

    /// <summary>The root: an object, or an array where the text starts with a bracket.</summary>
    public HoconValue Root { get; }

    /// <summary>The root where an object is expected.</summary>
    /// <exception cref="HoconException">The root is an array.</exception>
    public HoconObject RootObject => Root as HoconObject
        ?? throw new HoconException(new HoconProblem(Root.Position, "",
            "expected an object at the root, got an array"));

    /// <summary>Parses a text.</summary>
    /// <param name="text">The text; an empty one is an empty object.</param>
    /// <param name="options">What it may see; null for the defaults.</param>
    /// <param name="origin">
    /// The name that positions show. Where it is a path, files are included relative to it.
    /// Default: <c>text</c>.
    /// </param>
    /// <returns>The resolved document.</returns>
    /// <exception cref="HoconException">The text, or what it includes, is refused.</exception>
    public static HoconDocument Parse(
        string text, HoconParseOptions? options = null, string origin = "text")
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(new HoconSource(origin, text), options ?? HoconParseOptions.Default);
    }

    /// <summary>Parses a file.</summary>
    /// <param name="path">The file; UTF-8.</param>
    /// <param name="options">What it may see; null for the defaults.</param>
    /// <returns>The resolved document.</returns>
    /// <exception cref="HoconException">The file cannot be read or is refused.</exception>
    public static HoconDocument Load(string path, HoconParseOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parse(ReadFile(path), options ?? HoconParseOptions.Default);
    }

    /// <summary>
    /// Reads the root object into a value of yours, reporting all problems at once.
    /// </summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Reads it from the root.</param>
    /// <returns>What <paramref name="read"/> gave.</returns>
    /// <exception cref="HoconException">Anything was found wrong.</exception>
    public T Read<T>(Func<HoconReader, T> read) => HoconReader.Read(RootObject, read);

    private static HoconDocument Parse(HoconSource source, HoconParseOptions options)
    {
        Node root = DocumentParser.Parse(source, options);
        return new HoconDocument(new Resolver(options).Resolve(root));
    }

    private static HoconSource ReadFile(string path)
    {
        try
        {
            return HoconFileIncludes.Read(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HoconException(new HoconProblem(HoconPosition.Whole(path), "",
                $"the file cannot be read: {failure.Message}"), failure);
        }
    }
}
