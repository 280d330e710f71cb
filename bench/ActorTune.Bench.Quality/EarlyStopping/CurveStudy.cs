using ActorTune.Objectives;
using ActorTune.Randomness;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>
/// A study over recorded curves in virtual time: every slot trains a trial step by step, a step
/// takes a time drawn log-normally (deviation 0.1) for the configuration, and the study ends when
/// all together have spent a number of steps. Promotions go on where the trial paused.
/// </summary>
internal sealed class CurveStudy
{
    private static readonly StreamName Duration = new("duration");
    private static readonly StreamName Permutation = new("permutation");

    private readonly CurveTask _task;
    private readonly ITrialScheduler _scheduler;
    private readonly int[] _configurations;
    private readonly double[] _durations;
    private readonly List<CurveTrial> _trials = [];
    private readonly PriorityQueue<CurveTrial, (double, int)> _running = new();
    private double _now;

    internal CurveStudy(CurveTask task, StrategyOptions scheduler, ulong seed)
    {
        _task = task;
        _scheduler = StandardStrategies.Instance.CreateScheduler(Specification(task, scheduler));
        _configurations = Permuted(task.Count, seed);
        _durations = [.. Enumerable.Range(0, task.Count).Select(configuration => Math.Exp(
            0.1 * RandomStream.For(seed, Duration, configuration, 0).NextNormal()))];
    }

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

    private static StudySpecification Specification(CurveTask task, StrategyOptions scheduler) =>
        new()
        {
            Study = new StudyId("curves"),
            Seed = 1,
            Objectives = [new Objective("loss", Direction.Minimize)],
            SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
            Sampler = new StrategyOptions("random"),
            Scheduler = scheduler,
            Program = new ProgramSpecification { Function = "none", Resumes = true },
            MaxResource = new Resource(task.Steps),
            Stop = new StopConditions { Trials = task.Count },
        };

    private static int[] Permuted(int count, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        RandomStream draws = RandomStream.For(seed, Permutation, 0, 0);
        for (int i = count - 1; i > 0; i--)
        {
            int other = draws.NextInt32(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    private bool Fill()
    {
        switch (_scheduler.Next(_trials.Count < _configurations.Length))
        {
            case NextAction.StartNew start:
                int number = _trials.Count;
                var trial = new CurveTrial(number, _configurations[number], start.Bracket)
                {
                    Until = start.Until,
                };
                _trials.Add(trial);
                Tell(trial, TrialChangeKind.Started, start.Until ?? Resource.Zero);
                Continue(trial);
                return true;
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

    private void Continue(CurveTrial trial) => _running.Enqueue(
        trial, (_now + _durations[trial.Configuration], trial.Number));

    private void Train(CurveTrial trial)
    {
        double loss = _task.Loss(trial.Configuration, ++trial.Step);
        trial.IsFailed = !double.IsFinite(loss);
        if (trial.IsFailed)
        {
            Tell(trial, TrialChangeKind.Failed, new Resource(trial.Step));
            return;
        }

        trial.Value = loss;
        bool isDecisionPoint = trial.Until is { } until && trial.Step >= until.Units;
        TrialChange measured = Change(
            trial, TrialChangeKind.Measured, new Resource(trial.Step), isDecisionPoint);
        _scheduler.Observe(measured);
        SchedulerDecision decision = isDecisionPoint || _scheduler.JudgesEveryReport
            ? _scheduler.OnMeasurement(measured)
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
        double final = _task.Loss(best.Configuration, _task.Steps);
        return double.IsFinite(final)
            ? (final - _task.Least) / (_task.Median - _task.Least)
            : double.PositiveInfinity;
    }

    private void Tell(CurveTrial trial, TrialChangeKind kind, Resource resource) =>
        _scheduler.Observe(Change(trial, kind, resource, false));

    private TrialChange Change(
        CurveTrial trial, TrialChangeKind kind, Resource resource, bool isDecisionPoint) => new(
            kind,
            new TrialNumber(trial.Number),
            trial.Bracket,
            resource,
            trial.Value,
            isDecisionPoint,
            kind == TrialChangeKind.Started ? Configuration.Empty : null)
        {
            Seconds = trial.Step * _durations[trial.Configuration],
        };
}
