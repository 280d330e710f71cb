using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Extrapolation;

/// <summary>
/// Stops a trial that will hardly become the best: when the probability that its value at the full
/// resource is better than the best one there falls below a threshold (the rule of Domhan,
/// Springenberg and Hutter, "Speeding up automatic hyperparameter optimization of deep neural
/// networks by extrapolation of learning curves", IJCAI 2015, with a model in closed form).
/// </summary>
internal sealed class ExtrapolationStopping(Objective objective, ExtrapolationOptions options)
    : EveryReportRule("extrapolation/1", new Resource(Math.Max(options.Max, 1))), ITakesOver
{
    private readonly TrialCurves _curves = new();
    private readonly FinalSpread _spread = new();
    private readonly CurveShapes _shapes = new(Math.Max(options.Max, 2));
    private int _completedCount;
    private double _bestKey = double.PositiveInfinity;
    private TrialNumber _best;

    /// <inheritdoc/>
    public BracketIndex EarlierBracket => default;

    /// <inheritdoc/>
    protected override void Learn(in TrialChange change)
    {
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                _curves.Of(change.Trial).Add(
                    change.Resource.Units, RankedEntry.KeyOf(objective, change.Value));
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
        TrialCurve? curve = _curves.Find(measured.Trial);
        if (curve is null || !IsDue(measured, curve))
        {
            reason = new DecisionReason(Version, Value: measured.Value);
            return false;
        }

        double spread = _spread.At(measured.Resource.Units);
        double chance = CurvePosterior.ChanceBelow(curve, _shapes, spread, _bestKey);
        reason = new DecisionReason(
            Version,
            Count: curve.Points.Count,
            Value: chance,
            Cutoff: options.Threshold,
            CutoffTrial: _best);
        return chance < options.Threshold;
    }

    /// <inheritdoc/>
    protected override void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("completed", _completedCount);
        if (_completedCount > 0)
        {
            writer.WriteNumber("best-trial", _best.Value);
            writer.WriteNumber("best", _bestKey);
        }

        Paused.Save(writer);
        _curves.Save(writer);
        _spread.Save(writer);
    }

    /// <inheritdoc/>
    protected override void Read(JsonElement saved)
    {
        _completedCount = saved.GetProperty("completed").GetInt32();
        if (_completedCount > 0)
        {
            _best = new TrialNumber(saved.GetProperty("best-trial").GetInt32());
            _bestKey = saved.GetProperty("best").GetDouble();
        }

        Paused.Load(saved);
        _curves.Load(saved);
        _spread.Load(saved);
    }

    private bool IsDue(in TrialChange measured, TrialCurve curve) =>
        _completedCount >= options.StartupTrials
        && curve.Points.Count >= options.MinPoints
        && options.Interval.IsDue(measured.Resource.Units, curve.PreviousStep);

    // A program that ends by itself below the full resource says nothing about it.
    private void Complete(TrialNumber trial, TrialCurve curve)
    {
        if (curve.Points[^1].Step < options.Max)
            return;
        _completedCount++;
        _spread.Add(curve);
        double key = curve.Points[^1].Key;
        if (key < _bestKey || (key.Equals(_bestKey) && trial.CompareTo(_best) < 0))
            (_bestKey, _best) = (key, trial);
    }
}
