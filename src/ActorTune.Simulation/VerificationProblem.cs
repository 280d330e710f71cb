namespace ActorTune.Simulation;

/// <summary>A place where a journal's decisions do not follow from its facts.</summary>
/// <param name="Sequence">The event.</param>
/// <param name="Message">What was recorded and what the facts give.</param>
public sealed record VerificationProblem(SequenceNumber Sequence, string Message);
