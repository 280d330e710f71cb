namespace ActorTune.Simulation.WhatIf;

/// <summary>
/// The recorded trials under a trial scheduler in virtual time. It is the real rule over the
/// recorded measurements; it ends where a decision needs one that nobody made and no completion
/// gives.
/// </summary>
internal sealed partial class Replay
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
                Start(start);
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

    private void Start(NextAction.StartNew start)
    {
        var trial = new ReplayedTrial(_trials.Count, start.Bracket, start.Until);
        _trials.Add(trial);
        Tell(trial, TrialChangeKind.Started, start.Until ?? Resource.Zero);
        Begin(trial, 0);
    }

    private void Begin(ReplayedTrial trial, long from)
    {
        _justPaused = null;
        trial.AttemptResource = from;
        Plan(trial);
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
