namespace ActorTune.Hocon.Tree;

/// <summary>An array whose elements are not yet resolved.</summary>
internal sealed class ArrayNode(HoconPosition position) : Node(position)
{
    public List<Node> Elements { get; } = [];

    public override bool HidesEarlier => true;

    /// <summary>Whether its value is being made: meeting it again is a cycle.</summary>
    public bool IsBeingBuilt { get; set; }
}
