namespace ActorTune.Studies.Gates;

/// <summary>An attempt that has slots of a worker.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Offer">The slots' offer.</param>
/// <param name="Worker">The worker.</param>
public readonly record struct PlacedAttempt(AttemptId Attempt, OfferId Offer, WorkerId Worker);
