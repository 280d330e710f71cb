namespace ActorTune.Studies.Events;

/// <summary>A study came to be. Always the first event.</summary>
/// <param name="Specification">All that defines it.</param>
public sealed record StudyCreated(StudySpecification Specification) : StudyFact;

/// <summary>
/// A coordinator opened the study for writing: offers of earlier openings are void.
/// </summary>
/// <param name="Epoch">The opening's number, one more than the last.</param>
/// <param name="Engine">The engine's version.</param>
/// <param name="Strategies">The versions of the sampler's and the scheduler's rules.</param>
public sealed record CoordinatorStarted(
    Epoch Epoch, string Engine, IReadOnlyList<string> Strategies) : StudyFact
{
    /// <inheritdoc/>
    public bool Equals(CoordinatorStarted? other) =>
        other is not null && Epoch == other.Epoch && Engine == other.Engine
        && Strategies.SequenceEqual(other.Strategies);

    /// <inheritdoc/>
    public override int GetHashCode() => Epoch.Value;
}

/// <summary>The allowed wall time is used up.</summary>
public sealed record WallTimeReached : StudyFact;

/// <summary>A person ended the study.</summary>
/// <param name="Mode">What happens to running trials.</param>
public sealed record StudyCancelRequested(EndMode Mode) : StudyFact;

/// <summary>A person ended one trial.</summary>
/// <param name="Trial">The trial.</param>
public sealed record TrialCancelRequested(TrialNumber Trial) : StudyFact;

/// <summary>A person gave a configuration to try before the sampler's own.</summary>
/// <param name="Configuration">The configuration.</param>
public sealed record TrialEnqueued(Configuration Configuration) : StudyFact;

/// <summary>
/// A trial of an earlier study was copied, for samplers to start from. It is no trial of this
/// study, and nothing here refers to the other one.
/// </summary>
/// <param name="Source">The earlier study.</param>
/// <param name="SourceTrial">The trial's number there.</param>
/// <param name="Configuration">Its configuration, which fits this search space.</param>
/// <param name="Resource">The highest resource that it reached.</param>
/// <param name="Quantile">
/// Its place among the trials copied from that study, between 0, the best, and 1.
/// </param>
public sealed record TrialImported(
    StudyId Source,
    TrialNumber SourceTrial,
    Configuration Configuration,
    Resource Resource,
    double Quantile) : StudyFact;

/// <summary>
/// A person changed when the study ends. A study that had ended goes on, and trials that were
/// stopped only because it ended are paused again.
/// </summary>
/// <param name="Stop">The new conditions.</param>
public sealed record StopConditionsChanged(StopConditions Stop) : StudyFact;

/// <summary>A message on which deciding failed. It changed nothing.</summary>
/// <param name="Message">The kind of message.</param>
/// <param name="Error">What went wrong.</param>
public sealed record MessageRejected(string Message, string Error) : StudyFact;
