namespace ActorTune.Studies.Events;

/// <summary>
/// Something that came from outside: a program, a worker, a person or the machine.
/// </summary>
public abstract record StudyFact : StudyEvent
{
    private protected StudyFact()
    {
    }
}
