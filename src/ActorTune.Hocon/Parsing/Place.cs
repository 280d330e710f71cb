using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon.Parsing;

/// <summary>Where in the document a value is being parsed.</summary>
/// <param name="Base">
/// The object that the path starts at: the root or, since paths do not lead into arrays, the
/// outermost object of an array's element; null directly in an array.
/// </param>
/// <param name="Path">The keys from there.</param>
/// <param name="Depth">How many objects and arrays are around it.</param>
internal readonly record struct Place(ObjectNode? Base, IReadOnlyList<string> Path, int Depth)
{
    public static Place Root(ObjectNode root) => new(root, [], 0);

    public Place Below(IReadOnlyList<string> keys) =>
        this with { Path = [.. Path, .. keys], Depth = Depth + keys.Count };

    public Place InArray() => new(null, [], Depth + 1);

    /// <summary>The place of the fields of an object literal that stands here.</summary>
    public Place Inside(ObjectNode literal) => Base is null ? new(literal, [], Depth) : this;
}
