using ActorTune.Simulation;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strict;

/// <summary>
/// A program on a slot: it reports as its script says, waits at its barrier, and keeps what it said
/// until that is acknowledged.
/// </summary>
internal sealed class StrictProgram(BeginAttempt begin, StudySpecification study)
{
    private readonly Queue<(ReportMeasurement Report, Resource? Checkpoint)> _kept = new();
    private long _acknowledged;

    internal AttemptId Attempt => begin.Attempt;

    internal SimulatedTrial Trial { get; } =
        new(begin.Attempt, begin.Configuration, begin.Seed) { From = begin.From };

    internal Resource Spent { get; private set; } = begin.From?.Resource ?? Resource.Zero;

    internal Resource? Until { get; private set; } = begin.Until;

    internal long Reports { get; private set; }

    internal bool IsGone { get; set; }

    /// <summary>How it ended by itself, until that is acknowledged; null while it runs.</summary>
    internal EndAttempt? Ended { get; private set; }

    internal bool IsWaiting => Ended is not null || Spent >= Until;

    internal IReadOnlyCollection<(ReportMeasurement Report, Resource? Checkpoint)> Kept => _kept;

    /// <summary>Does the next thing that its script says.</summary>
    internal void Do(in SimulatedStep step)
    {
        if (step.End is { } end)
        {
            Ended = new EndAttempt(Attempt, end, "scripted");
            return;
        }

        Spent = step.Resource;
        bool saves = study.Program.Resumes && Spent >= Until;
        _kept.Enqueue((
            new ReportMeasurement(
                Attempt, ++Reports, Spent, step.Metrics ?? study.MetricsOf(step.Value)),
            saves ? Spent : null));
    }

    internal void Hear(InstructAttempt instruct)
    {
        while (_kept.TryPeek(out var first) && first.Report.Report <= instruct.Report)
            _kept.Dequeue();
        // As a worker does it: what was overtaken on its way is old.
        if (instruct.Report < _acknowledged)
            return;
        _acknowledged = instruct.Report;
        if (instruct.Instruction != AttemptInstruction.Continue)
            IsGone = true;
        else if (instruct.Report >= Reports || !IsWaiting)
            Until = instruct.Until;
    }
}
