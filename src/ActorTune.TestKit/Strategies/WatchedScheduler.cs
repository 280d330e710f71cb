using System.Text.Json;
using ActorTune.Strategies;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strategies;

/// <summary>
/// Stands between the engine and a trial scheduler, keeps account of the trials and demands at
/// every call what every trial scheduler must keep to.
/// </summary>
internal sealed class WatchedScheduler(ITrialScheduler subject, Func<ITrialScheduler> create)
    : ITrialScheduler
{
    // A rule may now and then prefer a new trial, but never for ever.
    private const int MostPassedOver = 50;

    private readonly SortedSet<TrialNumber> _paused = [];
    private readonly Dictionary<TrialNumber, Resource> _reached = [];
    private Dictionary<(BracketIndex, int), int> _counts = [];
    private ITrialScheduler _subject = subject;
    private bool _mayRemove;
    private int _passedOver;

    /// <summary>
    /// Whether the scheduler is replaced by a saved and reloaded one at every event.
    /// </summary>
    internal bool ReloadsAlways { get; init; }

    /// <summary>The full resource; nothing may be sent beyond it.</summary>
    internal Resource? Most { get; init; }

    /// <inheritdoc/>
    public string Version => _subject.Version;

    /// <inheritdoc/>
    public bool JudgesEveryReport => _subject.JudgesEveryReport;

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                _reached[change.Trial] = change.Resource;
                break;
            case TrialChangeKind.Paused:
                _paused.Add(change.Trial);
                break;
            default:
                _paused.Remove(change.Trial);
                break;
        }

        _mayRemove |= change.Kind == TrialChangeKind.Cancelled;
        _subject.Observe(change);
        if (ReloadsAlways)
            _subject = Reloads.Again(_subject, create);
        CheckRungs();
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured)
    {
        string before = ReloadsAlways ? Spec.Save(_subject) : string.Empty;
        SchedulerDecision decision = _subject.OnMeasurement(measured);
        Spec.Same(decision, _subject.OnMeasurement(measured), "OnMeasurement answers alike twice");
        if (ReloadsAlways)
            Spec.Same(before, Spec.Save(_subject), "OnMeasurement changes no state");
        if (decision.Action == SchedulerAction.Continue && measured.IsDecisionPoint)
            CheckTarget(measured.Trial, decision.Until);
        if (Most is { } most && measured.Resource >= most && measured.IsDecisionPoint)
            Spec.Same(
                SchedulerAction.Complete, decision.Action, "A trial at its full resource is done");
        return decision;
    }

    /// <inheritdoc/>
    public NextAction Next(bool mayStart)
    {
        string before = ReloadsAlways ? Spec.Save(_subject) : string.Empty;
        NextAction next = _subject.Next(mayStart);
        Spec.Same(next, _subject.Next(mayStart), "Next answers alike twice");
        if (ReloadsAlways)
            Spec.Same(before, Spec.Save(_subject), "Next changes no state");
        switch (next)
        {
            case NextAction.StartNew start:
                Spec.Demand(mayStart, "Next starts nothing when it may not");
                CheckStarvation();
                CheckFirst(start.Until);
                break;
            case NextAction.Promote promote:
                Spec.Demand(
                    _paused.Contains(promote.Trial),
                    $"Next promotes only paused trials, got trial {promote.Trial}");
                CheckTarget(promote.Trial, promote.Until);
                _passedOver = 0;
                break;
        }

        return next;
    }

    private void CheckFirst(Resource? until) => Spec.Demand(
        until is not { } first || (first > Resource.Zero && !(first > Most)),
        $"A new trial's first decision lies between 1 and {Most}, got {until}");

    /// <inheritdoc/>
    public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) =>
        _subject.Explain(bracket, rung);

    /// <inheritdoc/>
    public IReadOnlyList<RungSummary> Rungs() => _subject.Rungs();

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer) => _subject.Save(writer);

    /// <inheritdoc/>
    public void Load(JsonElement state) => _subject.Load(state);

    private void CheckTarget(TrialNumber trial, Resource until)
    {
        Resource reached = _reached.GetValueOrDefault(trial);
        Spec.Demand(
            until > reached && !(until > Most),
            $"Trial {trial} at {reached} is sent on within {Most}, got {until}");
    }

    private void CheckStarvation()
    {
        if (_subject.Next(false) is not NextAction.Promote promote)
        {
            _passedOver = 0;
            return;
        }

        Spec.Demand(
            ++_passedOver <= MostPassedOver,
            $"A trial that may be promoted is not passed over for ever, got {_passedOver} new "
            + $"trials while trial {promote.Trial} waited");
    }

    private void CheckRungs()
    {
        var counts = new Dictionary<(BracketIndex, int), int>();
        foreach (RungSummary rung in _subject.Rungs())
        {
            (BracketIndex, int) key = (rung.Bracket, rung.Rung);
            counts.Add(key, rung.Count);
            Spec.Demand(
                _mayRemove || rung.Count >= _counts.GetValueOrDefault(key),
                $"The count of rung {rung.Rung} never falls, got {rung.Count}");
            Spec.Demand(
                rung.Promoted <= rung.Count && rung.Level > Resource.Zero && !(rung.Level > Most),
                $"Rung {rung.Rung} is whole: {rung}");
        }

        _counts = counts;
    }
}
