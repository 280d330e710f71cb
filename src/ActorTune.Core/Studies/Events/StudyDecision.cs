namespace ActorTune.Studies.Events;

/// <summary>
/// Something that followed from the specification, the seed and the events before it, and that
/// verification can therefore recompute.
/// </summary>
public abstract record StudyDecision : StudyEvent
{
    private protected StudyDecision()
    {
    }
}
