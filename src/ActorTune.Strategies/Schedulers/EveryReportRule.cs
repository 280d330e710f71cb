namespace ActorTune.Strategies.Schedulers;

/// <summary>
/// What rules that judge every report have in common: no rungs, new trials run to the full
/// resource or to their program's end, and only a stop comes between.
/// </summary>
/// <param name="version">The rule's name and version.</param>
/// <param name="max">The full resource; null when the program's own end is the end.</param>
internal abstract class EveryReportRule(string version, Resource? max) : ITrialScheduler
{
    /// <inheritdoc/>
    public string Version => version;

    /// <inheritdoc/>
    public bool JudgesEveryReport => true;

    /// <summary>The full resource, or null.</summary>
    protected Resource? Max => max;

    /// <summary>Trials that a study's end suspended.</summary>
    protected PausedTrials Paused { get; } = new();

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        Paused.Observe(change);
        Learn(change);
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured)
    {
        if (max is { } most && measured.Resource >= most)
            return SchedulerDecision.Complete(new DecisionReason(Version, Value: measured.Value));
        return IsStopped(measured, out DecisionReason reason)
            ? SchedulerDecision.Stop(reason)
            : SchedulerDecision.Continue(max ?? Resource.Zero, reason);
    }

    /// <inheritdoc/>
    public NextAction Next(bool mayStart)
    {
        if (Paused.First is { } trial && max is { } most)
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
        Write(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, Read);

    /// <summary>Takes a change into the rule's own state.</summary>
    protected abstract void Learn(in TrialChange change);

    /// <summary>Judges the measurement that was learned last.</summary>
    protected abstract bool IsStopped(in TrialChange measured, out DecisionReason reason);

    /// <summary>Writes the members of the state, the paused trials among them.</summary>
    protected abstract void Write(Utf8JsonWriter writer);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    protected abstract void Read(JsonElement saved);
}
