using ActorTune.Randomness;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;
using BenchmarkDotNet.Attributes;

namespace ActorTune.Bench.Speed;

/// <summary>
/// One decision of a trial scheduler with a history behind it: a trial starts, is measured at its
/// first decision point, is judged, and the free slot is given away. Rules that judge every report
/// get one more before the last.
/// </summary>
[MemoryDiagnoser]
[WarmupCount(30)] // one history an iteration: the compiler's last tier comes late
[IterationCount(10)]
public class SchedulerDecisions
{
    internal const int Batch = 10_000;

    private readonly RandomStream _chance = RandomStream.For(1, StreamName.Sampler, 0, 0);
    private ITrialScheduler _scheduler = null!;
    private List<BracketIndex> _brackets = [];

    /// <summary>How many trials the history has.</summary>
    [Params(1_000, 1_000_000)]
    public int Trials { get; set; }

    /// <summary>The scheduler.</summary>
    [Params(
        "asha",
        "cost-asha",
        "extrapolation",
        "hyperband",
        "pasha",
        "patient",
        "percentile",
        "run-to-completion",
        "threshold",
        "wilcoxon")]
    public string Scheduler { get; set; } = "asha";

    /// <summary>Fills the history.</summary>
    [IterationSetup]
    public void Fill()
    {
        StudySpecification study = Studies.Of(Scheduler, int.MaxValue);
        if (Scheduler == "threshold")
            study = study with
            {
                Scheduler = study.Scheduler.With("upper", ParameterValue.Of(0.9)),
            };
        _scheduler = StandardStrategies.Instance.CreateScheduler(study);
        _brackets = [];
        for (int i = 0; i < Trials; i++)
            Step();
    }

    /// <summary>Ten thousand decisions.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public void Decide()
    {
        for (int i = 0; i < Batch; i++)
            Step();
    }

    private void Step()
    {
        switch (_scheduler.Next(mayStart: true))
        {
            case NextAction.StartNew start:
                var trial = new TrialNumber(_brackets.Count);
                _brackets.Add(start.Bracket);
                Tell(TrialChangeKind.Started, trial, start.Bracket, start.Until ?? default);
                if (_scheduler.JudgesEveryReport && IsStopped(trial, start.Bracket))
                    return;
                Measure(trial, start.Bracket, start.Until ?? new Resource(81));
                break;
            case NextAction.Promote promote:
                BracketIndex bracket = _brackets[promote.Trial.Value];
                Tell(TrialChangeKind.Promoted, promote.Trial, bracket, promote.Until);
                Measure(promote.Trial, bracket, promote.Until);
                break;
        }
    }

    private bool IsStopped(TrialNumber trial, BracketIndex bracket)
    {
        var measured = new TrialChange(
            TrialChangeKind.Measured,
            trial,
            bracket,
            new Resource(27),
            _chance.NextDouble(),
            false,
            null);
        _scheduler.Observe(measured);
        if (_scheduler.OnMeasurement(measured).Action != SchedulerAction.Stop)
            return false;
        _scheduler.Observe(measured with { Kind = TrialChangeKind.Stopped });
        return true;
    }

    private void Measure(TrialNumber trial, BracketIndex bracket, Resource at)
    {
        var measured = new TrialChange(
            TrialChangeKind.Measured, trial, bracket, at, _chance.NextDouble(), true, null);
        _scheduler.Observe(measured);
        TrialChangeKind kind = _scheduler.OnMeasurement(measured).Action switch
        {
            SchedulerAction.Pause => TrialChangeKind.Paused,
            SchedulerAction.Stop => TrialChangeKind.Stopped,
            SchedulerAction.Complete => TrialChangeKind.Completed,
            _ => TrialChangeKind.Continued,
        };
        _scheduler.Observe(measured with { Kind = kind, IsDecisionPoint = false });
    }

    private void Tell(TrialChangeKind kind, TrialNumber trial, BracketIndex bracket, Resource at) =>
        _scheduler.Observe(new TrialChange(kind, trial, bracket, at, 0, false, null));
}
