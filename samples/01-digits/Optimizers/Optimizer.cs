namespace ActorTune.Samples.Digits.Optimizers;

/// <summary>
/// Moves weights along a gradient. What it remembers from step to step lies in its moments, which a
/// checkpoint keeps.
/// </summary>
internal abstract class Optimizer
{
    private protected Optimizer(int weightCount, int momentCount) =>
        Moments = [.. Enumerable.Range(0, momentCount).Select(_ => new double[weightCount])];

    /// <summary>One number for each weight, for each moment.</summary>
    internal IReadOnlyList<double[]> Moments { get; }

    /// <summary>How many steps were taken.</summary>
    internal long StepCount { get; set; }

    /// <summary>Takes one step.</summary>
    internal void Step(Span<double> weights, ReadOnlySpan<double> gradient, double learningRate)
    {
        StepCount++;
        Move(weights, gradient, learningRate);
    }

    private protected abstract void Move(
        Span<double> weights, ReadOnlySpan<double> gradient, double learningRate);
}
