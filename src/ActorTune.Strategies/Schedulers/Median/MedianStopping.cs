using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Median;

/// <summary>
/// Stops a trial whose best value so far is worse than the median of what completed trials had at
/// the same resource (Golovin et al., "Google Vizier", KDD 2017, in the form that Optuna gave it).
/// </summary>
/// <remarks>Stopped and failed trials are no reference. Ties go on.</remarks>
internal sealed class MedianStopping(Objective objective, MedianOptions options, Resource? max)
    : ITrialScheduler
{
    private readonly SortedDictionary<int, TrialCurve> _curves = [];
    private readonly SortedDictionary<long, StepValues> _steps = [];
    private readonly PausedTrials _paused = new();
    private int _completedCount;

    /// <inheritdoc/>
    public string Version => "median/1";

    /// <inheritdoc/>
    public bool JudgesEveryReport => true;

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        _paused.Observe(change);
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                CurveOf(change.Trial).Add(
                    change.Resource.Units, RankedEntry.KeyOf(objective, change.Value));
                break;
            case TrialChangeKind.Completed:
                Complete(change.Trial);
                break;
            case TrialChangeKind.Failed or TrialChangeKind.Cancelled:
                _curves.Remove(change.Trial.Value);
                break;
        }
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured)
    {
        if (max is { } most && measured.Resource >= most)
            return SchedulerDecision.Complete(new DecisionReason(Version, Value: measured.Value));
        if (!_curves.TryGetValue(measured.Trial.Value, out TrialCurve? curve))
            return GoOn(new DecisionReason(Version, Value: measured.Value));
        StepValues? reference = Reference(measured.Resource.Units, curve);
        double median = reference?.Median ?? double.PositiveInfinity;
        var reason = new DecisionReason(
            Version,
            Count: reference?.Count ?? 0,
            Kept: reference?.Kept ?? 0,
            Value: RankedEntry.KeyOf(objective, curve.BestKey),
            Cutoff: reference is null ? null : RankedEntry.KeyOf(objective, median));
        return curve.BestKey > median ? SchedulerDecision.Stop(reason) : GoOn(reason);
    }

    /// <inheritdoc/>
    public NextAction Next(bool mayStart)
    {
        if (_paused.First is { } trial && max is { } most)
            return new NextAction.Promote(trial, most, new DecisionReason(Version));
        return mayStart ? new NextAction.StartNew(default, max) : NextAction.Wait;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) => [];

    /// <inheritdoc/>
    public IReadOnlyList<RungSummary> Rungs() => [];

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("completed", _completedCount);
        _paused.Save(writer);
        writer.WriteStartArray("curves");
        foreach ((int trial, TrialCurve curve) in _curves)
        {
            writer.WriteNumberValue(trial);
            curve.Save(writer);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("steps");
        foreach ((long step, StepValues values) in _steps)
        {
            writer.WriteNumberValue(step);
            values.Save(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _completedCount = saved.GetProperty("completed").GetInt32();
        _paused.Load(saved);
        JsonElement[] curves = [.. saved.GetProperty("curves").EnumerateArray()];
        for (int i = 0; i + 1 < curves.Length; i += 2)
            CurveOf(new TrialNumber(curves[i].GetInt32())).Load(curves[i + 1]);
        JsonElement[] steps = [.. saved.GetProperty("steps").EnumerateArray()];
        for (int i = 0; i + 1 < steps.Length; i += 2)
            ValuesAt(steps[i].GetInt64()).Load(steps[i + 1]);
    });

    private SchedulerDecision GoOn(DecisionReason reason) =>
        SchedulerDecision.Continue(max ?? Resource.Zero, reason);

    private StepValues? Reference(long step, TrialCurve curve)
    {
        if (_completedCount < options.StartupTrials || step < options.WarmupSteps)
            return null;
        long since = step - options.WarmupSteps;
        long intervalStart = step - since % options.IntervalSteps;
        return curve.PreviousStep < intervalStart
            && _steps.TryGetValue(step, out StepValues? values)
            && values.Count >= options.MinTrials
            ? values
            : null;
    }

    private void Complete(TrialNumber trial)
    {
        _completedCount++;
        if (!_curves.Remove(trial.Value, out TrialCurve? curve))
            return;
        foreach ((long step, double key) in curve.Points)
            ValuesAt(step).Add(key);
    }

    private TrialCurve CurveOf(TrialNumber trial)
    {
        if (!_curves.TryGetValue(trial.Value, out TrialCurve? curve))
            _curves.Add(trial.Value, curve = new TrialCurve());
        return curve;
    }

    private StepValues ValuesAt(long step)
    {
        if (!_steps.TryGetValue(step, out StepValues? values))
            _steps.Add(step, values = new StepValues());
        return values;
    }
}
