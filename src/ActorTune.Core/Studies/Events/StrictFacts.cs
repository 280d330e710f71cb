namespace ActorTune.Studies.Events;

/// <summary>
/// In a strict study, every report and end up to a logical time was taken in: the slots that are
/// open ask for work now, in their order.
/// </summary>
/// <param name="Time">The logical time, in units of resource.</param>
public sealed record LogicalTimeReached(long Time) : StudyFact;

/// <summary>
/// In a strict study, a trial that runs in logical time was given slots. The attempt's number is
/// the trial's present one, or the next one where that was used before.
/// </summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Worker">The worker that runs it.</param>
/// <param name="Slots">The worker's device slots.</param>
/// <param name="From">The checkpoint that it goes on from; null: from nothing.</param>
public sealed record AttemptPlaced(
    AttemptId Attempt, WorkerId Worker, IReadOnlyList<int> Slots, Checkpoint? From) : StudyFact
{
    /// <inheritdoc/>
    public bool Equals(AttemptPlaced? other) =>
        other is not null && Attempt == other.Attempt && Worker == other.Worker
        && From == other.From && Slots.SequenceEqual(other.Slots);

    /// <inheritdoc/>
    public override int GetHashCode() => Attempt.Number;
}

/// <summary>
/// In a strict study, an attempt held its slots while what it had said waited for its turn.
/// </summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Waited">How long.</param>
public sealed record AttemptWaited(AttemptId Attempt, TimeSpan Waited) : StudyFact;

/// <summary>
/// In a strict study, an attempt that had nothing to do but wait gave its slots to a logically
/// earlier trial. What it said still waits for its turn.
/// </summary>
/// <param name="Attempt">The attempt.</param>
public sealed record AttemptYielded(AttemptId Attempt) : StudyFact;

/// <summary>
/// In a strict study, the first segment of a trial began to run again on an idle slot. It is no
/// part of the trial: what it reports is only compared.
/// </summary>
/// <param name="Attempt">The trial and the number under which it runs.</param>
/// <param name="Worker">The worker that runs it.</param>
/// <param name="Slots">The worker's device slots.</param>
public sealed record RepeatStarted(
    AttemptId Attempt, WorkerId Worker, IReadOnlyList<int> Slots) : StudyFact
{
    /// <inheritdoc/>
    public bool Equals(RepeatStarted? other) =>
        other is not null && Attempt == other.Attempt && Worker == other.Worker
        && Slots.SequenceEqual(other.Slots);

    /// <inheritdoc/>
    public override int GetHashCode() => Attempt.Number;
}

/// <summary>In a strict study, a segment that was run again came to its end.</summary>
/// <param name="Attempt">The trial and the number under which it ran.</param>
/// <param name="Report">How many of its measurements were compared.</param>
/// <param name="Resource">The resource at which they differ first, or up to which they agree.
/// </param>
/// <param name="Difference">
/// The objective then minus the one that stands, zero where all agree; null where one of the two
/// has a measurement that the other has not.
/// </param>
public sealed record RepeatCompared(
    AttemptId Attempt, long Report, Resource Resource, double? Difference) : StudyFact;

/// <summary>
/// A strict study is held: one of its trials was disturbed more often than it may be, and nothing
/// can be decided before its results. It goes on when it is opened again.
/// </summary>
/// <param name="Trial">The trial.</param>
/// <param name="Message">What happened.</param>
public sealed record StudyHeld(TrialNumber Trial, string Message) : StudyFact;
