namespace ActorTune.Studies.Events;

/// <summary>
/// One thing that happened in a study: a fact that came from outside, or a decision that followed
/// from the facts before it. Only the cases of this library exist.
/// </summary>
public abstract record StudyEvent
{
    private protected StudyEvent()
    {
    }
}
