using ActorTune.Arithmetic;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>What the model of a constraint is trained on.</summary>
internal static class ConstraintOutputs
{
    /// <summary>How many median sizes a violation counts at most.</summary>
    private const double MostMedians = 5;

    /// <summary>
    /// The outputs of a constraint's model and the most of them that is feasible.
    /// </summary>
    internal static (double[] Outputs, double Bound) Of(TrainingSet set, int constraint)
    {
        double[] numbers = set.Select(trial => Violation(trial, constraint));
        double[] sizes = [.. numbers.Select(Math.Abs).Order()];
        double most = MostMedians * sizes[sizes.Length / 2];
        if (most > 0)
            numbers = Array.ConvertAll(numbers, number => Math.Clamp(number, -most, most));
        double mean = PortableMath.Sum(numbers) / numbers.Length;
        double[] centred = Array.ConvertAll(numbers, number => number - mean);
        double deviation = Math.Sqrt(PortableMath.SumOfSquares(centred) / numbers.Length);
        double scale = deviation > 0 ? deviation : 1;
        return (Array.ConvertAll(centred, number => number / scale), -mean / scale);
    }

    private static double Violation(HistoryTrial trial, int constraint) =>
        trial.Violations is { } violations ? violations[constraint] : 0;
}
