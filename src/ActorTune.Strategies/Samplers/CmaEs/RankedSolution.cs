namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>A solution with the configuration that it became.</summary>
internal readonly record struct RankedSolution(Solution Solution, Configuration Configuration);
