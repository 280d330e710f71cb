namespace ActorTune.Simulation.WhatIf;

/// <summary>A trial that may come to a rung, with the bounds of its key there.</summary>
/// <param name="Trial">The trial's number.</param>
/// <param name="Key">Infinite where it fails on the way.</param>
/// <param name="IsSure">Whether it comes there whatever the unseen measurements are.</param>
internal readonly record struct RungMember(int Trial, NumberBound Key, bool IsSure)
{
    internal bool IsFailed => double.IsPositiveInfinity(Key.Low);
}
