namespace ActorTune.Simulation.WhatIf;

/// <summary>Two numbers between which another lies.</summary>
/// <param name="Low">The lower one.</param>
/// <param name="High">The upper one.</param>
public readonly record struct NumberBound(double Low, double High)
{
    /// <summary>How far they are apart.</summary>
    public double Width => IsPoint ? 0 : High - Low;

    /// <summary>Whether they are the same: the number is known.</summary>
    public bool IsPoint => Low.Equals(High);

    /// <summary>Whether a number lies between them.</summary>
    public bool Contains(double number) => number >= Low && number <= High;

    internal NumberBound Within(NumberBound other) => new(
        Math.Min(Math.Max(Low, other.Low), other.High),
        Math.Min(Math.Max(High, other.Low), other.High));

    internal static NumberBound Of(double number) => new(number, number);
}
