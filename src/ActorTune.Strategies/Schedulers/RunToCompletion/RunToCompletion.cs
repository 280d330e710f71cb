namespace ActorTune.Strategies.Schedulers.RunToCompletion;

/// <summary>
/// Trains every trial in full: to the maximum resource, or to its program's own end.
/// </summary>
internal sealed class RunToCompletion(Resource? max) : ITrialScheduler
{
    private readonly PausedTrials _paused = new();

    /// <inheritdoc/>
    public string Version => "run-to-completion/1";

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    /// <inheritdoc/>
    public void Observe(in TrialChange change) => _paused.Observe(change);

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured) =>
        SchedulerDecision.Complete(new DecisionReason(Version, Value: measured.Value));

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
        _paused.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, _paused.Load);
}
