namespace ActorTune.Simulation.WhatIf;

/// <summary>The same value everywhere, where it does not matter which.</summary>
internal sealed class ConstantCompletion(double value) : ICurveCompletion
{
    public double Value(int trial, long resource) => value;
}
