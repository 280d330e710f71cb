using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Patient;

/// <summary>
/// Stops a trial only when the rule that it wraps says so and the trial's best of its last
/// patience + 1 measurements is worse than its best before by more than a margin (the patient
/// rule of Optuna). Without a wrapped rule the second condition decides alone.
/// </summary>
internal sealed class PatientStopping(
    Objective objective, PatientOptions options, ITrialScheduler? wrapped, Resource? max)
    : EveryReportRule("patient/1", max), ITakesOver
{
    private readonly List<RecentKeys?> _trials = [];

    /// <inheritdoc/>
    public BracketIndex EarlierBracket => default;

    /// <inheritdoc/>
    protected override void Learn(in TrialChange change)
    {
        wrapped?.Observe(change);
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                Of(change.Trial.Value).Add(RankedEntry.KeyOf(objective, change.Value));
                break;
            case TrialChangeKind.Completed or TrialChangeKind.Failed or TrialChangeKind.Cancelled
                when change.Trial.Value < _trials.Count:
                _trials[change.Trial.Value] = null;
                break;
        }
    }

    /// <inheritdoc/>
    protected override bool IsStopped(in TrialChange measured, out DecisionReason reason)
    {
        RecentKeys? own = measured.Trial.Value < _trials.Count
            ? _trials[measured.Trial.Value]
            : null;
        double cutoff = (own?.BestBefore ?? double.PositiveInfinity) + options.MinDelta;
        double recent = own?.BestRecent ?? double.NegativeInfinity;
        bool isOver = cutoff < recent;
        if (isOver && wrapped?.OnMeasurement(measured) is { } decision)
        {
            reason = decision.Reason;
            return decision.Action == SchedulerAction.Stop;
        }

        reason = new DecisionReason(
            Version,
            Count: own?.Count ?? 0,
            Value: RankedEntry.KeyOf(objective, own is null ? measured.Value : recent),
            Cutoff: double.IsFinite(cutoff) ? RankedEntry.KeyOf(objective, cutoff) : null);
        return isOver;
    }

    /// <inheritdoc/>
    protected override void Write(Utf8JsonWriter writer)
    {
        Paused.Save(writer);
        writer.WriteStartArray("recent");
        for (int trial = 0; trial < _trials.Count; trial++)
        {
            if (_trials[trial] is not { } own)
                continue;
            writer.WriteNumberValue(trial);
            own.Save(writer);
        }

        writer.WriteEndArray();
        if (wrapped is null)
            return;
        writer.WritePropertyName("wrapped");
        wrapped.Save(writer);
    }

    /// <inheritdoc/>
    protected override void Read(JsonElement saved)
    {
        Paused.Load(saved);
        JsonElement.ArrayEnumerator recent = saved.GetProperty("recent").EnumerateArray();
        while (recent.MoveNext())
        {
            RecentKeys own = Of(recent.Current.GetInt32());
            SavedState.Demand(recent.MoveNext(), "it ends within a trial");
            own.Load(recent.Current);
        }

        wrapped?.Load(saved.GetProperty("wrapped"));
    }

    private RecentKeys Of(int trial)
    {
        while (_trials.Count <= trial)
            _trials.Add(null);
        return _trials[trial] ??= new RecentKeys(options.Patience + 1);
    }
}
