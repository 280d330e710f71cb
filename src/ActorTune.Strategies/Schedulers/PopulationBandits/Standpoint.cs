namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>Where a trial stood when the interval began that it is in.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Loss">The objective there, negated where it is maximised.</param>
internal readonly record struct Standpoint(Resource Resource, double Loss);
