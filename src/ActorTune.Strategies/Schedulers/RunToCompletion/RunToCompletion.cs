namespace ActorTune.Strategies.Schedulers.RunToCompletion;

/// <summary>
/// Trains every trial in full: to the maximum resource, or to its program's own end.
/// </summary>
internal sealed class RunToCompletion(Resource? max) : ITakesOver
{
    private readonly PausedTrials _paused = new();

    /// <inheritdoc/>
    public string Version => "run-to-completion/1";

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    /// <inheritdoc/>
    public BracketIndex EarlierBracket => default;

    /// <inheritdoc/>
    public void Observe(in TrialChange change) => _paused.Observe(change);

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured)
    {
        // A trial that another rule began comes to a decision before its end.
        var reason = new DecisionReason(Version, Value: measured.Value);
        return max is { } most && measured.Resource < most
            ? SchedulerDecision.Continue(most, reason)
            : SchedulerDecision.Complete(reason);
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
        _paused.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, _paused.Load);
}
