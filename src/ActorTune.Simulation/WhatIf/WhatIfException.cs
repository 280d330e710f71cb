namespace ActorTune.Simulation.WhatIf;

/// <summary>A question that a recording cannot answer.</summary>
/// <param name="message">Why not.</param>
public sealed class WhatIfException(string message) : Exception(message);
