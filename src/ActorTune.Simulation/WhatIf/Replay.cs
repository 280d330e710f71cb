namespace ActorTune.Simulation.WhatIf;

/// <summary>
/// The recorded trials under a trial scheduler in virtual time. It is the real rule over the
/// recorded measurements; it ends where a decision needs one that nobody made and no completion
/// gives.
/// </summary>
internal sealed class Replay
{
    private readonly RecordedCurves _curves;
    private readonly CurveValues _values;
    private readonly ICurveCompletion? _completion;
    private readonly ITrialScheduler _scheduler;
    private readonly bool _skipsToDecisions;
    private readonly bool _resumes;
    private readonly int _slots;
    private readonly List<ReplayedTrial> _trials = [];
    private readonly PriorityQueue<ReplayedTrial, (long Ticks, long Order)> _running = new();
    private long _order;
    private long _finishing;

    // A trial that is promoted in the step in which it paused goes on where it is.
    private ReplayedTrial? _justPaused;

    private Replay(
        RecordedCurves curves,
        CurveValues values,
        ITrialScheduler scheduler,
        RuleKind kind,
        int slots,
        ICurveCompletion? completion)
    {
        _curves = curves;
        _values = values;
        _completion = completion;
        _scheduler = scheduler;
        _slots = slots;
        _resumes = curves.Specification.Program.Resumes;
        _skipsToDecisions = kind != RuleKind.Other;
    }

    internal IReadOnlyList<ReplayedTrial> Trials => _trials;

    internal IReadOnlyList<RungSummary> Rungs => _scheduler.Rungs();

    internal long Spent { get; private set; }

    internal long Ticks { get; private set; }

    internal bool AsksForMore { get; private set; }

    /// <summary>The first measurement that was missing for a decision; null: none was.</summary>
    internal UnseenDecision? Missing { get; private set; }

    internal static Replay Of(
        RecordedCurves curves,
        CurveValues values,
        ITrialScheduler scheduler,
        RuleKind kind,
        int slots,
        ICurveCompletion? completion = null)
    {
        var replay = new Replay(curves, values, scheduler, kind, slots, completion);
        replay.Run();
        return replay;
    }

    /// <summary>
    /// Orders trials as a study names its best: highest resource, value, trial number.
    /// </summary>
    internal IEnumerable<ReplayedTrial> Ranked() => _trials
        .Where(trial => trial.IsMeasured && !trial.IsFailed)
        .OrderByDescending(trial => trial.Resource)
        .ThenBy(trial => trial.Key)
        .ThenBy(trial => trial.Number);

    private void Run()
    {
        while (Missing is null)
        {
            while (_running.Count < _slots && Fill())
            {
            }

            if (_running.TryDequeue(out ReplayedTrial? trial, out (long Ticks, long) due))
            {
                Ticks = due.Ticks;
                Happen(trial);
            }
            else if (!FinishOne())
            {
                return;
            }
        }
    }

    private bool Fill()
    {
        bool mayStart = _trials.Count < _curves.All.Count;
        NextAction next = _scheduler.Next(mayStart);
        if (!mayStart && !AsksForMore && next is not NextAction.Promote)
            AsksForMore = _scheduler.Next(true) is NextAction.StartNew;
        switch (next)
        {
            case NextAction.StartNew { Donor: null, Configuration: null } start:
                var trial = new ReplayedTrial(_trials.Count, start.Bracket, start.Until);
                _trials.Add(trial);
                Tell(trial, TrialChangeKind.Started, start.Until ?? Resource.Zero);
                Begin(trial, 0);
                return true;
            case NextAction.StartNew:
                throw new WhatIfException(
                    $"{_scheduler.Version} makes configurations of its own, which nobody measured");
            case NextAction.Promote promote:
                ReplayedTrial paused = _trials[promote.Trial.Value];
                paused.Until = promote.Until;
                paused.IsPaused = false;
                Tell(paused, TrialChangeKind.Promoted, promote.Until);
                Begin(paused, _resumes || paused == _justPaused ? paused.Resource : 0);
                return true;
            default:
                return false;
        }
    }

    private void Begin(ReplayedTrial trial, long from)
    {
        _justPaused = null;
        trial.AttemptResource = from;
        Plan(trial);
    }

    private void Plan(ReplayedTrial trial)
    {
        RecordedCurve curve = _curves.All[trial.Number];
        long most = _curves.FullResource;
        long from = _skipsToDecisions || trial.IsFinishing
            ? trial.Until?.Units ?? most
            : trial.AttemptResource + 1;
        long next = curve.ReportFrom(Math.Max(from, trial.AttemptResource + 1), most);
        long units = next - trial.AttemptResource;
        if (next > curve.Last && curve.End != CurveEnd.Cut)
        {
            // Its recorded end comes before the report: at once, or while it trains a unit more.
            bool failed = curve.End == CurveEnd.Failed;
            units = Math.Max(0, curve.Last - trial.AttemptResource) + (failed ? 1 : 0);
            next = 0;
        }

        trial.Next = next;
        trial.Ticks += units * curve.UnitTime.Ticks;
        _running.Enqueue(trial, (Ticks + units * curve.UnitTime.Ticks, _order++));
    }

    private void Happen(ReplayedTrial trial)
    {
        _justPaused = null;
        if (trial.Next == 0)
        {
            End(trial);
            return;
        }

        Spent += trial.Next - trial.AttemptResource;
        trial.AttemptResource = trial.Next;
        bool isPoint = trial.Until is { } until && trial.Next >= until.Units;
        if (trial.Next > trial.Resource)
        {
            if (!Measure(trial, isPoint))
                return;
        }

        if (trial.IsFinishing && isPoint)
            Tell(trial, TrialChangeKind.Completed, new Resource(trial.Resource));
        else
            Decide(trial, isPoint);
    }

    private bool Measure(ReplayedTrial trial, bool isPoint)
    {
        RecordedCurve curve = _curves.All[trial.Number];
        trial.Resource = trial.Next;
        trial.IsMeasured = true;
        int index = curve.FirstFrom(trial.Next);
        if (index < curve.Count)
        {
            trial.Key = _values.Seen(trial.Number, index);
        }
        else if (_completion is { } completion)
        {
            trial.Key = _values.Turn(_values.Completed(
                trial.Number, trial.Next, completion, _curves.FullResource));
        }
        else if (!_skipsToDecisions || (isPoint && trial.Next < _curves.FullResource))
        {
            Missing = new UnseenDecision(
                new TrialNumber(trial.Number), new Resource(trial.Next));
            return false;
        }

        _scheduler.Observe(Change(trial, TrialChangeKind.Measured, trial.Next, isPoint));
        return true;
    }

    private void Decide(ReplayedTrial trial, bool isPoint)
    {
        SchedulerDecision decision = default;
        if (isPoint || _scheduler.JudgesEveryReport)
            decision = _scheduler.OnMeasurement(
                Change(trial, TrialChangeKind.Measured, trial.Next, isPoint));
        if (!isPoint && decision.Action != SchedulerAction.Stop)
        {
            Plan(trial);
            return;
        }

        var at = new Resource(trial.Resource);
        switch (decision.Action)
        {
            case SchedulerAction.Continue:
                trial.Until = decision.Until;
                Tell(trial, TrialChangeKind.Continued, decision.Until);
                Plan(trial);
                break;
            case SchedulerAction.Pause:
                trial.IsPaused = true;
                _justPaused = trial;
                Tell(trial, TrialChangeKind.Paused, at);
                break;
            case SchedulerAction.Stop:
                Tell(trial, TrialChangeKind.Stopped, at);
                break;
            default:
                Tell(trial, TrialChangeKind.Completed, at);
                break;
        }
    }

    private void End(ReplayedTrial trial)
    {
        RecordedCurve curve = _curves.All[trial.Number];
        long trained = Math.Max(0, curve.Last - trial.AttemptResource);
        Spent += trained;
        trial.IsFailed = curve.End == CurveEnd.Failed;
        if (trained > 0 && curve.Last > trial.Resource)
        {
            trial.Resource = curve.Last;
            trial.Key = _values.Seen(trial.Number, curve.Count - 1);
            trial.IsMeasured = true;
            _scheduler.Observe(Change(trial, TrialChangeKind.Measured, curve.Last, false));
        }

        Tell(
            trial,
            trial.IsFailed ? TrialChangeKind.Failed : TrialChangeKind.Completed,
            new Resource(trial.Resource));
    }

    // Before a study ends its best paused trials are trained in full, as the engine does it.
    private bool FinishOne()
    {
        int most = _curves.Specification.Stop.FinishBest;
        if (_curves.Specification.MaxResource is not { } full || _finishing >= most)
            return false;
        ReplayedTrial? trial = Ranked().Take(most)
            .FirstOrDefault(one => one.IsPaused && one.Resource < full.Units);
        if (trial is null)
            return false;
        _finishing++;
        trial.IsPaused = false;
        trial.IsFinishing = true;
        trial.Until = full;
        Tell(trial, TrialChangeKind.Promoted, full);
        Begin(trial, _resumes ? trial.Resource : 0);
        return true;
    }

    private void Tell(ReplayedTrial trial, TrialChangeKind kind, Resource resource) =>
        _scheduler.Observe(Change(trial, kind, resource.Units, false));

    private TrialChange Change(
        ReplayedTrial trial, TrialChangeKind kind, long resource, bool isPoint) => new(
            kind,
            new TrialNumber(trial.Number),
            trial.Bracket,
            new Resource(resource),
            _values.Turn(trial.Key),
            isPoint,
            kind == TrialChangeKind.Started
                ? _curves.All[trial.Number].Configuration
                : null)
        {
            Seconds = TimeSpan.FromTicks(trial.Ticks).TotalSeconds,
        };
}
