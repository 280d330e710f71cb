namespace ActorTune.Actors;

/// <summary>An actor fails because one of its children escalated a failure.</summary>
public sealed class ActorEscalationException : Exception
{
    /// <summary>Names the child and its failure.</summary>
    /// <param name="child">The child that escalated.</param>
    /// <param name="cause">What the child failed with.</param>
    public ActorEscalationException(ActorPath child, Exception cause)
        : base($"Actor {child} failed and its supervision escalates: {cause?.Message}", cause) =>
        Child = child;

    /// <summary>The child that escalated.</summary>
    public ActorPath Child { get; }
}
