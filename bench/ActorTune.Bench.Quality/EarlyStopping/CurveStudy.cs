using ActorTune.Strategies;
using ActorTune.Trials;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>
/// A study over recorded curves in virtual time: every slot trains a trial step by step, a step
/// takes the time that the plan gives the configuration, and the study ends when all together
/// have spent a number of steps. Promotions go on where the trial paused. The scheduler and the
/// source see every change in the order in which an engine would tell it.
/// </summary>
internal sealed class CurveStudy(
    CurveTask task, ITrialScheduler scheduler, CurvePlan plan, ICurveSource source)
{
    // A diverged or hopeless best counts as ten times the median.
    private const double Ceiling = 10;

    private readonly List<CurveTrial> _trials = [];
    private readonly PriorityQueue<CurveTrial, (double, int)> _running = new();
    private double _now;

    /// <summary>
    /// The regret of the trial that a study names best (highest step, then value, then number):
    /// its loss after all steps against the least of the task, in units of the median's; after
    /// each of some numbers of steps in all, in rising order.
    /// </summary>
    internal IReadOnlyList<double> Regrets(int slots, IReadOnlyList<int> totals)
    {
        var regrets = new List<double>();
        int spent = 0;
        while (regrets.Count < totals.Count)
        {
            while (_running.Count < slots && Fill())
            {
            }

            if (!_running.TryDequeue(out CurveTrial? trial, out (double Time, int Trial) at))
                break;
            _now = at.Time;
            Train(trial);
            if (++spent == totals[regrets.Count])
                regrets.Add(Regret());
        }

        while (regrets.Count < totals.Count)
            regrets.Add(Regret());
        return regrets;
    }

    private bool Fill()
    {
        switch (scheduler.Next(_trials.Count < task.Count))
        {
            case NextAction.StartNew start:
                return Start(start);
            case NextAction.Promote promote:
                CurveTrial paused = _trials[promote.Trial.Value];
                paused.Until = promote.Until;
                Tell(paused, TrialChangeKind.Promoted, promote.Until);
                Continue(paused);
                return true;
            default:
                return false;
        }
    }

    private bool Start(NextAction.StartNew start)
    {
        int number = _trials.Count;
        var request = new SuggestionRequest(new TrialNumber(number), start.Bracket, start.Until);
        if (source.Next(request) is not var (curve, configuration))
            return false;
        var trial = new CurveTrial(number, curve, start.Bracket) { Until = start.Until };
        _trials.Add(trial);
        Observe(Change(trial, TrialChangeKind.Started, start.Until ?? Resource.Zero, false) with
        {
            Configuration = configuration,
        });
        Continue(trial);
        return true;
    }

    private void Continue(CurveTrial trial) => _running.Enqueue(
        trial, (_now + plan.Durations[trial.Curve], trial.Number));

    private void Train(CurveTrial trial)
    {
        double loss = task.Loss(trial.Curve, ++trial.Step);
        trial.IsFailed = !double.IsFinite(loss);
        if (trial.IsFailed)
        {
            Tell(trial, TrialChangeKind.Failed, new Resource(trial.Step - 1));
            return;
        }

        trial.Value = loss;
        bool isDecisionPoint = trial.Until is { } until && trial.Step >= until.Units;
        TrialChange measured = Change(
            trial, TrialChangeKind.Measured, new Resource(trial.Step), isDecisionPoint);
        Observe(measured);
        SchedulerDecision decision = isDecisionPoint || scheduler.JudgesEveryReport
            ? scheduler.OnMeasurement(measured)
            : default;
        bool goesOn = !isDecisionPoint && decision.Action != SchedulerAction.Stop;
        if (!goesOn)
            Obey(trial, decision);
        if (goesOn || decision.Action == SchedulerAction.Continue)
            Continue(trial);
    }

    private void Obey(CurveTrial trial, SchedulerDecision decision)
    {
        switch (decision.Action)
        {
            case SchedulerAction.Continue:
                trial.Until = decision.Until;
                Tell(trial, TrialChangeKind.Continued, decision.Until);
                break;
            case SchedulerAction.Pause:
                Tell(trial, TrialChangeKind.Paused, new Resource(trial.Step));
                break;
            case SchedulerAction.Stop:
                Tell(trial, TrialChangeKind.Stopped, new Resource(trial.Step));
                break;
            default:
                Tell(trial, TrialChangeKind.Completed, new Resource(trial.Step));
                break;
        }
    }

    private double Regret()
    {
        CurveTrial? best = _trials.Where(trial => trial.Step > 0 && !trial.IsFailed)
            .OrderByDescending(trial => trial.Step)
            .ThenBy(trial => trial.Value)
            .ThenBy(trial => trial.Number)
            .FirstOrDefault();
        if (best is null)
            return 1;
        double final = task.Loss(best.Curve, task.Steps);
        return double.IsFinite(final)
            ? Math.Min((final - task.Least) / (task.Median - task.Least), Ceiling)
            : Ceiling;
    }

    private void Tell(CurveTrial trial, TrialChangeKind kind, Resource resource) =>
        Observe(Change(trial, kind, resource, false));

    private void Observe(in TrialChange change)
    {
        scheduler.Observe(change);
        source.Observe(change);
    }

    private TrialChange Change(
        CurveTrial trial, TrialChangeKind kind, Resource resource, bool isDecisionPoint) => new(
            kind,
            new TrialNumber(trial.Number),
            trial.Bracket,
            resource,
            trial.Value,
            isDecisionPoint,
            null)
        {
            Seconds = trial.Step * plan.Durations[trial.Curve],
        };
}
