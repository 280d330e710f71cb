using ActorTune.Arithmetic;
using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Several objectives as one: the augmented Chebyshev distance max(w_i f_i) + 0.05 sum(w_i f_i)
/// from the best of each, with weights drawn anew for every suggestion, so that suggestions come
/// to lie all along the Pareto front (Knowles, "ParEGO", IEEE Trans. Evol. Comput. 10, 2006).
/// </summary>
internal static class ChebyshevWeights
{
    private const double Share = 0.05;

    private static readonly StreamName Weights = new("gp-weights");

    /// <summary>Weights that are equally likely everywhere on the simplex.</summary>
    internal static double[] Draw(ulong seed, int trial, int objectives)
    {
        RandomStream chance = RandomStream.For(seed, Weights, trial, 0);
        var weights = new double[objectives];
        for (int i = 0; i < objectives; i++)
            weights[i] = -PortableMath.Log(chance.NextOpenDouble());
        double sum = PortableMath.Sum(weights);
        return Array.ConvertAll(weights, weight => weight / sum);
    }

    /// <summary>Equal weights, under which fits are made.</summary>
    internal static double[] Equal(int objectives)
    {
        var weights = new double[objectives];
        Array.Fill(weights, 1.0 / objectives);
        return weights;
    }

    /// <summary>The distances of the trials, each objective in units of its own spread.</summary>
    internal static double[] Apply(TrainingSet set, double[] weights)
    {
        var largest = new double[set.Count];
        var sums = new double[set.Count];
        for (int objective = 0; objective < weights.Length; objective++)
        {
            int index = objective;
            double[] excesses = OutputTransform.Excesses(
                set.Select(trial => LossOf(trial, index)));
            for (int i = 0; i < excesses.Length; i++)
            {
                double weighted = weights[objective] * excesses[i];
                largest[i] = Math.Max(largest[i], weighted);
                sums[i] += weighted;
            }
        }

        for (int i = 0; i < largest.Length; i++)
            largest[i] += Share * sums[i];
        return largest;
    }

    private static double LossOf(HistoryTrial trial, int objective) =>
        trial.Losses is { } losses ? losses[objective] : trial.Loss;
}
