namespace ActorTune.Strategies.Schedulers.RunToCompletion;

/// <summary>Trains every trial in full: to the maximum resource, or to its program's own end.</summary>
internal sealed class RunToCompletion(Resource? max) : ITrialScheduler
{
    /// <inheritdoc/>
    public string Version => "run-to-completion/1";

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        // What one trial does changes nothing for another.
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured) =>
        SchedulerDecision.Complete(new DecisionReason(Version, Value: measured.Value));

    /// <inheritdoc/>
    public NextAction Next(bool mayStart) =>
        mayStart ? new NextAction.StartNew(default, max) : NextAction.Wait;

    /// <inheritdoc/>
    public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) => [];

    /// <inheritdoc/>
    public IReadOnlyList<RungSummary> Rungs() => [];

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object)
            throw new FormatException("The saved state is not an object.");
    }
}
