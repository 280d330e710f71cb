namespace ActorTune.Hocon.Tree;

/// <summary>A value that has to be worked out: a substitution or a concatenation.</summary>
internal abstract class DeferredNode(HoconPosition position) : Node(position)
{
    /// <summary>
    /// Whether its value is being worked out. A field that is met in this state looks back, to the
    /// values assigned before this one.
    /// </summary>
    public bool IsActive { get; set; }

    /// <summary>The outermost value, once it is known; null if undefined.</summary>
    public Node? Head { get; private set; }

    public bool HasHead { get; private set; }

    public void Remember(Node? head)
    {
        Head = head;
        HasHead = true;
    }

    public void Forget()
    {
        Head = null;
        HasHead = false;
    }
}
