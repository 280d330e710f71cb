namespace ActorTune.Simulation.WhatIf;

/// <summary>Of some trials, how many are trained in full.</summary>
/// <param name="Trials">The trials.</param>
/// <param name="Least">At least so many of them.</param>
/// <param name="Most">At most so many of them.</param>
internal readonly record struct FullyTrained(int[] Trials, int Least, int Most);
