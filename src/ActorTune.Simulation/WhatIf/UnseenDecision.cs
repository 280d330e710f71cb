namespace ActorTune.Simulation.WhatIf;

/// <summary>A decision that depends on measurements that nobody made.</summary>
/// <param name="Trial">About which trial.</param>
/// <param name="Resource">Where it is taken.</param>
public readonly record struct UnseenDecision(TrialNumber Trial, Resource Resource);
