using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Protocol;

/// <summary>Which attempts of a study a worker runs.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Attempts">The attempts that were begun and have not ended.</param>
public sealed record RunningTrials(WorkerId Worker, IReadOnlyList<AttemptId> Attempts);
