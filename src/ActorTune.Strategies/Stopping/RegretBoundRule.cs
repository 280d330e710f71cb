using ActorTune.Strategies.Samplers.GaussianProcess;

namespace ActorTune.Strategies.Stopping;

/// <summary>
/// Ends a study whose simple regret is, by an upper bound, smaller than the error with which the
/// best trial's own value is known (Makarova et al., "Automatic termination for hyperparameter
/// optimization", AutoML 2022, algorithm 1).
/// </summary>
/// <remarks>
/// The parameters of the model are fitted when the first trials it may judge have completed, and
/// again whenever a tenth more have. A fit follows no other one: which parameters hold after n
/// trials depends on the first trials up to the last fit alone. Both memos rest on that.
/// </remarks>
internal sealed class RegretBoundRule(StudySpecification specification, RegretBound options)
    : IStudyStopRule
{
    private readonly RegretEstimator _estimator = new(specification);
    private (int Count, DecisionReason? Reason) _last;
    private (int Count, double[] Logs)? _fit;

    /// <inheritdoc/>
    public string Version => "regret-bound/1";

    /// <inheritdoc/>
    public DecisionReason? Judge(IReadOnlyList<TrialState> completed)
    {
        if (completed.Count < options.MinTrials)
            return null;
        if (_last.Count != completed.Count)
            _last = (completed.Count, Find(completed));
        return _last.Reason;
    }

    /// <summary>After how many of so many trials the parameters in use were fitted.</summary>
    internal static int LastFit(int first, int count)
    {
        int fitted = first;
        for (int next = first; next <= count; next += Math.Max(1, (next + 9) / 10))
            fitted = next;
        return fitted;
    }

    private DecisionReason? Find(IReadOnlyList<TrialState> completed)
    {
        TrialState best = Best(completed);
        if (ErrorOf(best) is not { } error
            || BestHalf.Of(Losses(completed, completed.Count)) is not { } half)
            return null;
        double bound = _estimator.Bound(
            half, Points(completed, half), Parameters(completed), completed.Count);
        return bound < error
            ? new DecisionReason(
                Version,
                Count: completed.Count,
                Kept: half.Trials.Count,
                Value: bound,
                Cutoff: error,
                CutoffTrial: best.Number)
            : null;
    }

    private double[] Parameters(IReadOnlyList<TrialState> completed)
    {
        int count = LastFit(options.MinTrials, completed.Count);
        if (_fit is { } fit && fit.Count == count)
            return fit.Logs;

        // Without a difference among the first trials the default stands until the next fit.
        double[] logs = BestHalf.Of(Losses(completed, count)) is { } half
            ? _estimator.Fit(half, Points(completed, half))
            : _estimator.Default;
        _fit = (count, logs);
        return logs;
    }

    private double? ErrorOf(TrialState best)
    {
        if (options.Error is { } given)
            return given;
        int first = Math.Max(0, best.Count - specification.Objective.Reduce.Window);
        var folds = new double[best.Count - first];
        for (int i = 0; i < folds.Length; i++)
            folds[i] = best[first + i].Value;
        return FoldError.Of(folds);
    }

    private TrialState Best(IReadOnlyList<TrialState> completed)
    {
        TrialState best = completed[0];
        foreach (TrialState trial in completed)
        {
            if (specification.Objective.Compare(
                trial.Value!.Value, trial.Number, best.Value!.Value, best.Number) < 0)
                best = trial;
        }

        return best;
    }

    private double[] Losses(IReadOnlyList<TrialState> completed, int count)
    {
        bool isMinimized = specification.Objective.Direction == Direction.Minimize;
        var losses = new double[count];
        for (int i = 0; i < count; i++)
            losses[i] = isMinimized ? completed[i].Value!.Value : -completed[i].Value!.Value;
        return losses;
    }

    private ModelPoint[] Points(IReadOnlyList<TrialState> completed, BestHalf half) =>
        [.. half.Trials.Select(trial => _estimator.PointOf(completed[trial].Configuration))];
}
