namespace ActorTune.Hocon.Tree;

/// <summary>Values on one line that are joined: strings, arrays or objects.</summary>
internal sealed class ConcatenationNode(IReadOnlyList<Node> parts) : DeferredNode(parts[0].Position)
{
    public IReadOnlyList<Node> Parts { get; } = parts;

    /// <summary>The array that a further += adds to, where += made this concatenation.</summary>
    public ArrayNode? Appended { get; init; }
}
