using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strict;

/// <content>What programs and the coordinator tell each other.</content>
internal sealed partial class StrictWorld
{
    private void PlanResend(StrictSlot slot, StrictProgram program) => After(Resend, () =>
    {
        if (slot.Program != program || program.IsGone)
            return;
        foreach (var kept in program.Kept.ToArray())
            Say(kept, slot, program);
        if (program.Ended is { } end)
            Say(() => _coordinator.Gate.End(end, null, program.Reports, _now), slot, program);
        PlanResend(slot, program);
    });

    private void Say(
        (ReportMeasurement Report, Resource? Checkpoint) kept,
        StrictSlot slot,
        StrictProgram program) =>
        Say(() => _coordinator.Gate.Report(kept.Report, kept.Checkpoint, _now), slot, program);

    private void Say(Func<Acceptance> says, StrictSlot slot, StrictProgram program)
    {
        foreach (TimeSpan delay in Copies())
            After(delay, () =>
            {
                if (says() == Acceptance.Late)
                    Answer(slot, program);
                Commit();
            });
    }

    private void Answer(StrictSlot slot, StrictProgram program)
    {
        if (_coordinator.Gate.Standing(program.Attempt) is { } standing)
            Send(standing with { Worker = slot.Worker });
    }

    private void Send(InstructAttempt instruct)
    {
        foreach (TimeSpan delay in Copies())
            After(delay, () => Hear(instruct));
    }

    private void Hear(InstructAttempt instruct)
    {
        StrictSlot? slot = _slots.Find(slot => slot.Program is { IsGone: false } running
            && running.Attempt == instruct.Attempt);
        if (slot?.Program is not { } program)
            return;
        bool wasWaiting = program.IsWaiting;
        program.Hear(instruct);
        if (program.IsGone)
            BeginNext(slot);
        else if (wasWaiting && !program.IsWaiting)
            PlanStep(slot, program);
    }

    private TimeSpan[] Copies()
    {
        double draw = _chance.NextDouble();
        if (draw < _troubles * 0.05)
            return [];
        TimeSpan once = TimeSpan.FromMilliseconds(_chance.NextInt32(50));
        return draw > 1 - _troubles * 0.05 ? [once, once + Delay(10)] : [once];
    }
}
