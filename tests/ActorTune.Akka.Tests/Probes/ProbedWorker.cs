using ActorTune.Objectives;
using ActorTune.Protocol;
using ActorTune.Studies;
using ActorTune.Studies.Effects;
using ActorTune.Trials;
using Akka.TestKit;

namespace ActorTune.Akka.Tests.Probes;

/// <summary>A probe in the place of a worker: it trains nothing and reports what it is told to.
/// </summary>
internal sealed class ProbedWorker
{
    private readonly ProbedStudy _study;
    private readonly TestProbe _probe;
    private readonly WorkerId _name;
    private readonly Dictionary<int, (BeginTrial Begin, long Reports)> _running = [];

    public ProbedWorker(ProbedStudy study, TestProbe probe, WorkerId name)
    {
        (_study, _probe, _name) = (study, probe, name);
        _probe.IgnoreMessages(message => message is DropTrialCheckpoint);
    }

    /// <summary>The study asks what runs and takes the answer.</summary>
    public void SaysThatItRuns(params AttemptId[] attempts) =>
        _probe.ExpectMsg<ListTrials>().ReplyTo.Tell(new RunningTrials(_name, attempts));

    /// <summary>The study begins an attempt, the next thing that the worker hears.</summary>
    public AttemptId Begins(int trial, long from, long until)
    {
        BeginTrial begin = _probe.ExpectMsg<BeginTrial>();
        Assert.Equal(
            (trial, from, until),
            (begin.Begin.Attempt.Trial.Value,
                begin.Begin.From?.Resource.Units ?? 0,
                begin.Begin.Until?.Units));
        _running[trial] = (begin, 0);
        begin.ReplyTo.Tell(new TrialBegan(begin.Study, begin.Begin.Attempt, null));
        return begin.Begin.Attempt;
    }

    public void Reports(int trial, long at, double error)
    {
        (BeginTrial begin, long reports) = _running[trial];
        _running[trial] = (begin, reports + 1);
        begin.ReplyTo.Tell(new TrialReported(
            begin.Study,
            begin.Begin.Attempt,
            reports + 1,
            new Resource(at),
            new MetricSet(begin.Objective, error),
            Checkpoint: new Resource(at)));
    }

    /// <summary>The answer to the last report of a trial is the next thing that is heard.</summary>
    public void IsTold(int trial, AttemptInstruction instruction, long? until = null)
    {
        InstructTrial told = _probe.ExpectMsg<InstructTrial>();
        Assert.Equal(
            (trial, _running[trial].Reports, instruction, until),
            (told.Attempt.Trial.Value, told.Report, told.Instruction, told.Until?.Units));
        if (instruction != AttemptInstruction.Continue)
            _running.Remove(trial);
    }

    /// <summary>The study ends, and with it what is paused.</summary>
    public void HearsTheEnd(params int[] stopped)
    {
        foreach (int trial in stopped)
        {
            InstructTrial told = _probe.ExpectMsg<InstructTrial>();
            Assert.Equal(
                (trial, AttemptInstruction.Stop),
                (told.Attempt.Trial.Value, told.Instruction));
        }
    }

    /// <summary>Virtual time passes, and nothing comes of it.</summary>
    public void HearsNothingFor(TimeSpan time)
    {
        _study.Advance(time);
        _probe.ExpectNoMsg(TimeSpan.Zero);
    }

    /// <summary>
    /// A table of what one slot trains, a row for each segment between two decisions. A unit takes
    /// a minute, in which nothing may be heard.
    /// </summary>
    public void Trains(params (int Trial, long From, long Until, double Error, string Told)[] rows)
    {
        foreach ((int trial, long from, long until, double error, string told) in rows)
        {
            if (!_running.ContainsKey(trial))
                Begins(trial, from, until);
            HearsNothingFor(TimeSpan.FromMinutes(until - from));
            Reports(trial, until, error);
            string[] words = told.Split(" until ");
            IsTold(
                trial,
                Enum.Parse<AttemptInstruction>(words[0], ignoreCase: true),
                words.Length > 1 ? long.Parse(words[1]) : null);
        }
    }

    /// <summary>Trains whatever one slot is given until nothing more comes.</summary>
    /// <returns>The segments in their order.</returns>
    public IReadOnlyList<(int Trial, long Until)> TrainsAll(Func<int, double> errorOf)
    {
        var segments = new List<(int Trial, long Until)>();
        while (_probe.ReceiveOne(TimeSpan.Zero) is { } message)
        {
            (BeginTrial begin, long until) = message switch
            {
                BeginTrial began => (began, began.Begin.Until!.Value.Units),
                InstructTrial { Until: { } next } told =>
                    (_running[told.Attempt.Trial.Value].Begin, next.Units),
                _ => default,
            };
            if (begin is null)
                continue;
            int trial = begin.Begin.Attempt.Trial.Value;
            _running[trial] = (begin, message is BeginTrial ? 0 : _running[trial].Reports);
            segments.Add((trial, until));
            Reports(trial, until, errorOf(trial));
        }

        return segments;
    }
}
