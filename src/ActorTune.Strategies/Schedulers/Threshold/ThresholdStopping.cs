namespace ActorTune.Strategies.Schedulers.Threshold;

/// <summary>
/// Stops a trial whose value lies outside fixed bounds, whatever the direction of the objective.
/// A value that is no number never gets here: the study counts it as a failure.
/// </summary>
internal sealed class ThresholdStopping(ThresholdOptions options, Resource? max)
    : EveryReportRule("threshold/1", max), ITakesOver
{
    private readonly LastSteps _steps = new();

    /// <inheritdoc/>
    public BracketIndex EarlierBracket => default;

    /// <inheritdoc/>
    protected override void Learn(in TrialChange change)
    {
        if (change.Kind == TrialChangeKind.Measured)
            _steps.Add(change.Trial, change.Resource.Units);
    }

    /// <inheritdoc/>
    protected override bool IsStopped(in TrialChange measured, out DecisionReason reason)
    {
        bool isDue = options.Interval.IsDue(
            measured.Resource.Units, _steps.Previous(measured.Trial));
        bool isBelow = measured.Value < options.Lower;
        bool isOutside = isDue && (isBelow || measured.Value > options.Upper);
        reason = new DecisionReason(
            Version,
            Value: measured.Value,
            Cutoff: !isOutside ? null : isBelow ? options.Lower : options.Upper);
        return isOutside;
    }

    /// <inheritdoc/>
    protected override void Write(Utf8JsonWriter writer)
    {
        Paused.Save(writer);
        _steps.Save(writer);
    }

    /// <inheritdoc/>
    protected override void Read(JsonElement saved)
    {
        Paused.Load(saved);
        _steps.Load(saved);
    }
}
