namespace ActorTune.Simulation;

/// <summary>What a simulated study came to.</summary>
/// <param name="State">The study's last state.</param>
/// <param name="Events">Its journal; empty when events were not kept.</param>
/// <param name="Elapsed">The virtual time it took.</param>
/// <param name="BusyTime">The virtual time that slots worked, added up over slots.</param>
public sealed record SimulationResult(
    StudyState State,
    IReadOnlyList<JournalEntry> Events,
    TimeSpan Elapsed,
    TimeSpan BusyTime)
{
    /// <summary>
    /// The virtual time that attempts of a strict study held slots while they waited for the
    /// logical order.
    /// </summary>
    public TimeSpan WaitedTime => State.WaitedTime;

    /// <summary>Whether the study came to its own end.</summary>
    public bool IsFinished => State.Phase == StudyPhase.Finished;
}
