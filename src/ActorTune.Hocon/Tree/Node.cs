namespace ActorTune.Hocon.Tree;

/// <summary>A value as it was parsed, before substitutions are resolved.</summary>
internal abstract class Node(HoconPosition position)
{
    public HoconPosition Position { get; } = position;

    /// <summary>
    /// Whether it is known without resolving anything that this value hides the values that were
    /// assigned before it, as every value but an object does.
    /// </summary>
    public virtual bool HidesEarlier => false;
}
