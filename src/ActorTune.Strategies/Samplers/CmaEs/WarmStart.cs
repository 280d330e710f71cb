using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// The first distribution from results known before: mean and covariance of the best tenth, with
/// alpha^2 added to every variance (Nomura, Watanabe, Akimoto, Ozaki and Onishi, "Warm starting
/// CMA-ES for hyperparameter optimization", AAAI 2021), and their shares of the choices, the
/// parameter's own weights counted as one more.
/// </summary>
/// <remarks>Inactive parameters take no part: their mean stays in the middle.</remarks>
internal static class WarmStart
{
    private const int Fraction = 10;
    private const double Alpha = 0.1;

    internal static void Apply(CmaSpace space, TrialHistory history, CmaSearch search)
    {
        if (history.ObservedCount == 0)
            return;
        int count = Math.Max(1, history.ObservedCount / Fraction);
        HistoryTrial[] best = [.. history.Ranked.Take(count)];
        SetGaussian(space, best, search.Gaussian);
        SetCategorical(space, best, search.Categorical);
    }

    private static void SetGaussian(
        CmaSpace space, HistoryTrial[] best, GaussianSearch gaussian)
    {
        int size = gaussian.Mean.Length;
        for (int i = 0; i < size; i++)
            gaussian.Mean[i] = best.Average(trial => trial.Point[space.Numeric[i]]);
        var elements = new List<double>();
        bool isDiagonal = gaussian.Covariance is DiagonalCovariance;
        for (int i = 0; i < size; i++)
        {
            for (int j = isDiagonal ? i : 0; j <= i; j++)
                elements.Add(Covariance(space, best, gaussian.Mean, i, j));
        }

        // One scale for all: sigma is the root of the mean variance, so that C has a mean of one.
        double variance = 0;
        for (int i = 0; i < size; i++)
            variance += Covariance(space, best, gaussian.Mean, i, i) / size;
        if (size == 0)
            return;
        gaussian.Sigma = Math.Sqrt(variance);
        gaussian.Covariance.Load([.. elements.Select(element => element / variance)]);
        gaussian.KeepMargins();
    }

    private static double Covariance(
        CmaSpace space, HistoryTrial[] best, double[] mean, int i, int j)
    {
        double sum = 0;
        foreach (HistoryTrial trial in best)
            sum += (trial.Point[space.Numeric[i]] - mean[i])
                * (trial.Point[space.Numeric[j]] - mean[j]);
        return sum / best.Length + (i == j ? Alpha * Alpha : 0);
    }

    private static void SetCategorical(
        CmaSpace space, HistoryTrial[] best, CategoricalSearch categorical)
    {
        for (int i = 0; i < categorical.Probabilities.Length; i++)
        {
            double[] row = categorical.Probabilities[i];
            int active = 0;
            foreach (HistoryTrial trial in best)
            {
                if (!space.IsCategoricalActive(i, trial.Configuration))
                    continue;
                row[space.Encode(trial.Configuration).Choices[i]]++;
                active++;
            }

            for (int k = 0; k < row.Length; k++)
                row[k] /= active + 1;
        }

        categorical.KeepMargins();
    }
}
