namespace ActorTune.Strategies.Numerics;

/// <summary>
/// A smooth function on a box: writes its gradient at a point and gives its value there, which
/// may be infinite.
/// </summary>
internal delegate double SmoothFunction(ReadOnlySpan<double> point, Span<double> gradient);

/// <summary>What to minimise and when to be content.</summary>
/// <param name="Function">The function.</param>
/// <param name="Low">The least coordinates.</param>
/// <param name="High">The greatest coordinates.</param>
internal sealed record BoxProblem(SmoothFunction Function, double[] Low, double[] High)
{
    /// <summary>How often the function may be evaluated.</summary>
    internal int MostEvaluations { get; init; } = 100;

    /// <summary>The largest component of the projected gradient that is small enough.</summary>
    internal double GradientTolerance { get; init; } = 1e-5;

    /// <summary>The decrease of a step, relative to 1 + |f|, that is too little.</summary>
    internal double DecreaseTolerance { get; init; } = 1e-10;
}
