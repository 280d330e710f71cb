namespace ActorTune.Studies.Events;

/// <summary>The worker began an attempt.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Process">The program's process id; null when it runs in the worker's own.</param>
public sealed record AttemptStarted(AttemptId Attempt, int? Process) : StudyFact;

/// <summary>A checkpoint is whole and named.</summary>
/// <param name="Checkpoint">Its name.</param>
public sealed record CheckpointSaved(Checkpoint Checkpoint) : StudyFact;

/// <summary>A measurement, the first at its resource. It stands.</summary>
/// <param name="Attempt">The attempt that reported it.</param>
/// <param name="Report">The report's ordinal within the attempt, from 1.</param>
/// <param name="Resource">The resource spent.</param>
/// <param name="Metrics">
/// The reported numbers in the order reported; the objective is finite.
/// </param>
public sealed record MeasurementReported(
    AttemptId Attempt, long Report, Resource Resource, MetricSet Metrics) : StudyFact;

/// <summary>
/// A measurement at a resource that the trial had passed before: a later attempt went on from an
/// earlier checkpoint. It decides nothing.
/// </summary>
/// <param name="Attempt">The attempt that reported it.</param>
/// <param name="Report">The report's ordinal within the attempt.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Difference">
/// The objective now minus the objective that stands; null when none was reported there.
/// </param>
public sealed record MeasurementRepeated(
    AttemptId Attempt, long Report, Resource Resource, double? Difference) : StudyFact;

/// <summary>An attempt ended before it was told to.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="End">How.</param>
/// <param name="Message">What the program or the worker said about it; may be empty.</param>
public sealed record AttemptEnded(AttemptId Attempt, AttemptEnd End, string Message) : StudyFact;

/// <summary>
/// An attempt that ran when the last coordinator ended is not running any more. It counts against
/// no retry limit.
/// </summary>
/// <param name="Attempt">The attempt.</param>
public sealed record AttemptLost(AttemptId Attempt) : StudyFact;
