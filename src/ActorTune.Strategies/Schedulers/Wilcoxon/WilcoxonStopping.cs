using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Wilcoxon;

/// <summary>
/// Stops a trial that is worse than the best completed one, measurement by measurement: their
/// values at the same resources are pairs of a one-sided signed-rank test (the rule of Optuna).
/// It is made for measurements that repeat each other, such as the folds of a cross-validation.
/// </summary>
/// <remarks>
/// Best is the completed trial with the best mean, the lower number on ties. A trial whose own
/// mean is no worse than that is never stopped. Measurements count before their reduction.
/// </remarks>
internal sealed class WilcoxonStopping(
    Objective objective, WilcoxonOptions options, Resource? max)
    : EveryReportRule("wilcoxon/1", max)
{
    private readonly TrialCurves _curves = new();
    private readonly List<double> _differences = [];
    private TrialCurve? _best;
    private TrialNumber _bestTrial;

    /// <inheritdoc/>
    protected override void Learn(in TrialChange change)
    {
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                double value = change.Unreduced ?? change.Value;
                _curves.Of(change.Trial).Add(
                    change.Resource.Units, RankedEntry.KeyOf(objective, value));
                break;
            case TrialChangeKind.Completed when _curves.Remove(change.Trial) is { } completed:
                Complete(change.Trial, completed);
                break;
            case TrialChangeKind.Failed or TrialChangeKind.Cancelled:
                _curves.Remove(change.Trial);
                break;
        }
    }

    /// <inheritdoc/>
    protected override bool IsStopped(in TrialChange measured, out DecisionReason reason)
    {
        if (_best is null || _curves.Find(measured.Trial) is not { } own)
        {
            reason = new DecisionReason(Version, Value: measured.Value);
            return false;
        }

        Pair(own, _best);
        reason = new DecisionReason(
            Version,
            Count: _differences.Count,
            Value: RankedEntry.KeyOf(objective, own.MeanKey),
            Cutoff: RankedEntry.KeyOf(objective, _best.MeanKey),
            CutoffTrial: _bestTrial);
        return own.MeanKey > _best.MeanKey
            && _differences.Count >= Math.Max(2, options.StartupSteps)
            && SignedRankTest.UpperTail(_differences) < options.Threshold;
    }

    /// <inheritdoc/>
    protected override void Write(Utf8JsonWriter writer)
    {
        Paused.Save(writer);
        _curves.Save(writer);
        if (_best is null)
            return;
        writer.WriteNumber("best-trial", _bestTrial.Value);
        writer.WritePropertyName("best");
        _best.Save(writer);
    }

    /// <inheritdoc/>
    protected override void Read(JsonElement saved)
    {
        Paused.Load(saved);
        _curves.Load(saved);
        if (!saved.TryGetProperty("best", out JsonElement best))
            return;
        _best = new TrialCurve();
        _best.Load(best);
        _bestTrial = new TrialNumber(saved.GetProperty("best-trial").GetInt32());
    }

    private void Complete(TrialNumber trial, TrialCurve curve)
    {
        bool isBetter = _best is null || curve.MeanKey < _best.MeanKey
            || (curve.MeanKey.Equals(_best.MeanKey) && trial.CompareTo(_bestTrial) < 0);
        if (!isBetter)
            return;
        _best = curve;
        _bestTrial = trial;
    }

    // Both curves are in the order of resource.
    private void Pair(TrialCurve own, TrialCurve best)
    {
        _differences.Clear();
        int i = 0;
        foreach ((long step, double key) in own.Points)
        {
            while (i < best.Points.Count && best.Points[i].Step < step)
                i++;
            if (i < best.Points.Count && best.Points[i].Step == step)
                _differences.Add(key - best.Points[i].Key);
        }
    }
}
