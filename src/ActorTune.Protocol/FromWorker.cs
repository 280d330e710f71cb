using ActorTune.Objectives;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Protocol;

/// <summary>What a worker tells the coordinator of a study.</summary>
/// <param name="Study">The study.</param>
/// <param name="Attempt">The attempt.</param>
public abstract record FromWorker(StudyId Study, AttemptId Attempt);

/// <summary>The program of an attempt began.</summary>
/// <param name="Study">The study.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Process">Its process id; null when it runs in the worker's own process.</param>
public sealed record TrialBegan(StudyId Study, AttemptId Attempt, int? Process)
    : FromWorker(Study, Attempt);

/// <summary>A program reported. It is sent again until it is acknowledged.</summary>
/// <param name="Study">The study.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Report">The report's ordinal within the attempt, from 1.</param>
/// <param name="Resource">The resource spent.</param>
/// <param name="Metrics">The numbers.</param>
/// <param name="Checkpoint">The resource of a checkpoint that was saved before it, or null.</param>
public sealed record TrialReported(
    StudyId Study,
    AttemptId Attempt,
    long Report,
    Resource Resource,
    MetricSet Metrics,
    Resource? Checkpoint) : FromWorker(Study, Attempt);

/// <summary>An attempt ended. It is sent again until it is acknowledged.</summary>
/// <param name="Study">The study.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="End">How.</param>
/// <param name="Message">What was said about it.</param>
/// <param name="Checkpoint">
/// The resource of a checkpoint saved after the last report, or null.
/// </param>
/// <param name="Reports">How many reports it made: who misses one waits for it.</param>
public sealed record TrialEnded(
    StudyId Study,
    AttemptId Attempt,
    AttemptEnd End,
    string Message,
    Resource? Checkpoint,
    long Reports) : FromWorker(Study, Attempt);
