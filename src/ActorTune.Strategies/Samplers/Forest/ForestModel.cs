using ActorTune.Strategies.Numerics.Forests;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Forest;

/// <summary>What the observed trials say of a configuration: its expected improvement.</summary>
internal sealed class ForestModel
{
    private readonly ForestEncoding _encoding;
    private readonly RegressionForest _forest;
    private readonly double _best;

    private ForestModel(ForestEncoding encoding, RegressionForest forest, double best)
    {
        _encoding = encoding;
        _forest = forest;
        _best = best;
    }

    /// <summary>
    /// Fits the trials of the highest rung that enough of them reached, failed and infeasible ones
    /// as the worst of them. Pending trials are believed to be what the others predict, so that the
    /// next suggestion goes elsewhere.
    /// </summary>
    internal static ForestModel Fit(
        TrialHistory history, ForestEncoding encoding, ForestOptions options, ulong seed)
    {
        List<HistoryTrial> trials = TrialsOf(history);
        List<double[]> rows = [.. trials.Select(trial => encoding.RowOf(trial.Configuration))];
        List<double> values = [.. LogImprovement.Scale(LossesOf(trials))];
        double best = values.Min();
        RegressionForest forest = Grow();
        if (history.Pending.Count == 0)
            return new ForestModel(encoding, forest, best);
        foreach (int pending in history.Pending)
        {
            double[] row = encoding.RowOf(history.Trials[pending]!.Configuration);
            rows.Add(row);
            values.Add(forest.Predict(row).Mean);
        }

        return new ForestModel(encoding, Grow(), best);

        RegressionForest Grow() => RegressionForest.Grow(
            encoding.Features, [.. rows], [.. values], options, seed, history.Ranked.Count);
    }

    internal double Improvement(Configuration configuration)
    {
        (double mean, double variance) = _forest.Predict(_encoding.RowOf(configuration));
        return LogImprovement.Of(_best, mean, variance);
    }

    // The highest rung at which more trials than parameters stand, and what lies above it; where
    // no rung has so many, all trials.
    private static List<HistoryTrial> TrialsOf(TrialHistory history)
    {
        var counts = new SortedDictionary<Resource, int>();
        foreach (HistoryTrial trial in history.Ranked)
        {
            if (trial.Status == ObservationStatus.Observed)
                counts[trial.Rung] = counts.GetValueOrDefault(trial.Rung) + 1;
        }

        Resource rung = counts
            .Where(pair => pair.Value > history.Space.Dimensions)
            .Select(pair => pair.Key)
            .LastOrDefault();
        return
        [
            .. history.Ranked
                .Where(trial => trial.Status == ObservationStatus.Failed || trial.Rung >= rung)
                .OrderBy(trial => trial.Number),
        ];
    }

    private static double[] LossesOf(List<HistoryTrial> trials)
    {
        double worst = double.NegativeInfinity;
        foreach (HistoryTrial trial in trials)
        {
            if (IsUsable(trial))
                worst = Math.Max(worst, trial.Loss);
        }

        worst = double.IsFinite(worst) ? worst : 0;
        return [.. trials.Select(trial => IsUsable(trial) ? trial.Loss : worst)];
    }

    private static bool IsUsable(HistoryTrial trial) =>
        trial.Status == ObservationStatus.Observed && trial.Violation <= 0;
}
