using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Percentile;

/// <summary>
/// Stops a trial whose best value so far is worse than a percentile of what completed trials had
/// at the same resource. With the percentile 50 it is the median rule (Golovin et al., "Google
/// Vizier", KDD 2017, in the form that Optuna gave it).
/// </summary>
/// <remarks>Stopped and failed trials are no reference. Ties go on.</remarks>
internal sealed class PercentileStopping(
    string version, Objective objective, PercentileOptions options, Resource? max)
    : EveryReportRule(version, max), ITakesOver
{
    private readonly TrialCurves _curves = new();
    private readonly SortedDictionary<long, StepValues> _steps = [];
    private int _completedCount;

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
            case TrialChangeKind.Completed:
                Complete(change.Trial);
                break;
            case TrialChangeKind.Failed or TrialChangeKind.Cancelled:
                _curves.Remove(change.Trial);
                break;
        }
    }

    /// <inheritdoc/>
    protected override bool IsStopped(in TrialChange measured, out DecisionReason reason)
    {
        if (_curves.Find(measured.Trial) is not { } curve)
        {
            reason = new DecisionReason(Version, Value: measured.Value);
            return false;
        }

        StepValues? reference = Reference(measured.Resource.Units, curve);
        double cutoff = reference?.Cutoff ?? double.PositiveInfinity;
        reason = new DecisionReason(
            Version,
            Count: reference?.Count ?? 0,
            Kept: reference?.Kept ?? 0,
            Value: RankedEntry.KeyOf(objective, curve.BestKey),
            Cutoff: reference is null ? null : RankedEntry.KeyOf(objective, cutoff));
        return curve.BestKey > cutoff;
    }

    /// <inheritdoc/>
    protected override void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("completed", _completedCount);
        Paused.Save(writer);
        _curves.Save(writer);
        writer.WriteStartArray("steps");
        foreach ((long step, StepValues values) in _steps)
        {
            writer.WriteNumberValue(step);
            values.Save(writer);
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    protected override void Read(JsonElement saved)
    {
        _completedCount = saved.GetProperty("completed").GetInt32();
        Paused.Load(saved);
        _curves.Load(saved);
        JsonElement[] steps = [.. saved.GetProperty("steps").EnumerateArray()];
        for (int i = 0; i + 1 < steps.Length; i += 2)
            ValuesAt(steps[i].GetInt64()).Load(steps[i + 1]);
    }

    private StepValues? Reference(long step, TrialCurve curve) =>
        _completedCount >= options.StartupTrials
            && options.Interval.IsDue(step, curve.PreviousStep)
            && _steps.TryGetValue(step, out StepValues? values)
            && values.Count >= options.MinTrials
            ? values
            : null;

    private void Complete(TrialNumber trial)
    {
        _completedCount++;
        if (_curves.Remove(trial) is not { } curve)
            return;
        foreach ((long step, double key) in curve.Points)
            ValuesAt(step).Add(key);
    }

    private StepValues ValuesAt(long step)
    {
        if (!_steps.TryGetValue(step, out StepValues? values))
            _steps.Add(step, values = new StepValues(options.Percentile));
        return values;
    }
}
