using ActorTune.Studies;
using ActorTune.Studies.Effects;
using ActorTune.Trials;
using ActorTune.Worker.Programs;

namespace ActorTune.TestKit.Cluster;

/// <summary>
/// Runs scripted programs on the caller's thread: each reports as far as its barrier at once, and
/// goes on when it is told to. It notes every report that was acknowledged.
/// </summary>
public sealed class ScriptedProgramRunner : ITrialProgramRunner
{
    private readonly Func<TrialLaunch, long, ScriptedStep> _script;
    private readonly HashSet<(AttemptId Attempt, long Report)> _acknowledged = [];

    /// <summary>Creates a runner.</summary>
    /// <param name="script">What a trial does at a resource, from 1.</param>
    public ScriptedProgramRunner(Func<TrialLaunch, long, ScriptedStep> script) => _script = script;

    /// <summary>
    /// Creates a runner of programs that report a curve and never end by themselves.
    /// </summary>
    public ScriptedProgramRunner(Func<TrialLaunch, long, double> curve)
        : this((launch, resource) => new ScriptedStep(curve(launch, resource), null))
    {
    }

    /// <summary>The reports that the engine acknowledged as durable.</summary>
    public IReadOnlySet<(AttemptId Attempt, long Report)> Acknowledged => _acknowledged;

    /// <summary>How many programs run now.</summary>
    public int RunningCount { get; private set; }

    /// <inheritdoc/>
    public IRunningProgram Start(TrialLaunch launch, ITrialProgramEvents events)
    {
        RunningCount++;
        var program = new ScriptedProgram(this, launch, events);
        events.Started(null);
        program.GoOn();
        return program;
    }

    private sealed class ScriptedProgram(
        ScriptedProgramRunner runner, TrialLaunch launch, ITrialProgramEvents events)
        : IRunningProgram
    {
        private Resource? _until = launch.Until;
        private long _resource = launch.From?.Resource.Units ?? 0;
        private long _report;
        private bool _isWaiting;
        private bool _hasEnded;

        public void Instruct(long report, AttemptInstruction instruction, Resource? until)
        {
            for (long one = 1; one <= Math.Min(report, _report); one++)
                runner._acknowledged.Add((launch.Attempt, one));
            if (_hasEnded || instruction != AttemptInstruction.Continue)
                return;
            _until = until;
            if (_isWaiting && report >= _report)
                GoOn();
        }

        public void Interrupt() => End(AttemptEnd.Returned, "interrupted");

        public void Stop() => End(AttemptEnd.Returned, string.Empty);

        public void Kill() => End(AttemptEnd.Returned, "killed");

        internal void GoOn()
        {
            _isWaiting = false;
            while (!_isWaiting && !_hasEnded)
                Do(runner._script(launch, _resource + 1));
        }

        private void Do(ScriptedStep step)
        {
            if (step.End is { } end)
            {
                End(end, "scripted");
                return;
            }

            _resource = step.Resource ?? _resource + 1;
            _report++;
            _isWaiting = _until is { } until && _resource >= until.Units;
            if (_isWaiting && launch.Program.Resumes)
                events.Checkpointed(new Resource(_resource));
            events.Reported(
                _report,
                new Resource(_resource),
                new Objectives.MetricSet(launch.Objective, step.Value));
        }

        private void End(AttemptEnd end, string message)
        {
            if (_hasEnded)
                return;
            _hasEnded = true;
            runner.RunningCount--;
            events.Ended(end, message);
        }
    }
}
