using ActorTune.Actors;
using ActorTune.Objectives;
using ActorTune.Studies;
using ActorTune.Studies.Effects;
using ActorTune.Trials;
using ActorTune.Worker.Programs;

namespace ActorTune.TestKit.Cluster;

/// <summary>
/// The programs of one worker in virtual time: each reports a curve unit by unit, waits at its
/// barrier, and returns by itself where it is long enough or the plan says so.
/// </summary>
internal sealed class TimedProgramRunner(
    WorkerId worker,
    SimulatedActorHost host,
    ClusterWatch watch,
    ClusterSpec sweep,
    FaultPlan plan) : ITrialProgramRunner
{
    private static readonly TimeSpan Unit = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public IRunningProgram Start(TrialLaunch launch, ITrialProgramEvents events)
    {
        int ordinal = watch.Start(worker, launch);
        var program = new TimedProgram(this, launch, events, ordinal);
        events.Started(null);
        program.Plan();
        return program;
    }

    private sealed class TimedProgram : IRunningProgram
    {
        private readonly TimedProgramRunner _runner;
        private readonly TrialLaunch _launch;
        private readonly ITrialProgramEvents _events;
        private readonly bool _hangs;
        private readonly int? _mostReports;
        private readonly long? _length;
        private readonly ITimer _timer;
        private Resource? _until;
        private long _resource;
        private long _report;
        private bool _isWaiting;
        private bool _hasEnded;

        internal TimedProgram(
            TimedProgramRunner runner, TrialLaunch launch, ITrialProgramEvents events, int ordinal)
        {
            _runner = runner;
            _launch = launch;
            _events = events;
            _hangs = runner.Plan.Faults.Contains(
                new ClusterFault(ClusterFaultKind.HangProgram, ordinal));
            _mostReports = runner.Plan.ReportsOf(ordinal);
            _length = runner.Sweep.Length?.Invoke(launch);
            _until = launch.Until;
            _resource = launch.From?.Resource.Units ?? 0;
            _timer = runner.Host.Clock.CreateTimer(
                _ => GoOn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Instruct(long report, AttemptInstruction instruction, Resource? until)
        {
            if (_hasEnded)
                return;
            _runner.Watch.Acknowledge(_launch.Attempt, Math.Min(report, _report), report);
            if (instruction != AttemptInstruction.Continue)
                return;
            _until = until;
            if (!_isWaiting || report < _report)
                return;
            _isWaiting = false;
            Plan();
        }

        public void Interrupt() => End("interrupted");

        public void Stop() => End(string.Empty);

        public void Kill() => End("killed");

        internal void Plan()
        {
            if (!_hangs || _report == 0)
                _timer.Change(Unit, Timeout.InfiniteTimeSpan);
        }

        private void GoOn()
        {
            if (_hasEnded)
                return;
            if (_report >= _mostReports || _resource >= _length)
            {
                _runner.Watch.Return(_launch.Attempt, _report);
                End(string.Empty);
            }
            else
            {
                Report();
            }
        }

        private void Report()
        {
            _resource++;
            _report++;
            _isWaiting = _until is { } until && _resource >= until.Units;
            double value = _runner.Sweep.Curve(_launch, _resource);
            if (_isWaiting && _launch.Program.Resumes)
            {
                _runner.Watch.Write(new Checkpoint(_launch.Attempt, new Resource(_resource)));
                _events.Checkpointed(new Resource(_resource));
            }

            _runner.Watch.Speak(_launch.Attempt, _report, _resource, value);
            _events.Reported(
                _report, new Resource(_resource), new MetricSet(_launch.Objective, value));
            if (!_isWaiting)
                Plan();
        }

        private void End(string message)
        {
            if (_hasEnded)
                return;
            _hasEnded = true;
            _timer.Dispose();
            _runner.Watch.End(_runner.Worker, _launch);
            _events.Ended(AttemptEnd.Returned, message);
        }
    }

    private WorkerId Worker => worker;

    private SimulatedActorHost Host => host;

    private ClusterWatch Watch => watch;

    private ClusterSpec Sweep => sweep;

    private FaultPlan Plan => plan;
}
