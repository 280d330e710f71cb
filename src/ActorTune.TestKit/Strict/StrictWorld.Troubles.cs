using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strict;

/// <content>What goes wrong: workers, programs and the coordinator.</content>
internal sealed partial class StrictWorld
{
    private static readonly AttemptEnd[] Disturbances =
        [AttemptEnd.Hang, AttemptEnd.OutOfMemory, AttemptEnd.Interrupted];

    // A crash loses what is held, and few slots hold it longer: trouble leaves them their time.
    private void PlanTrouble() => After(
        TimeSpan.FromSeconds(1 + _chance.NextInt32(120 * Rounds)),
        () =>
        {
            if (_chance.NextDouble() < _troubles)
                Trouble();
            PlanTrouble();
        });

    private int Rounds => 1 + _specification.Strict!.Slots / _slots.Count;

    private void Trouble()
    {
        StrictSlot slot = _slots[_chance.NextInt32(_slots.Count)];
        switch (_chance.NextInt32(3))
        {
            case 0:
                LoseWorker(slot.Worker, _chance.NextBoolean());
                break;
            case 1 when slot is { IsThere: true, Program: { IsGone: false } program }:
                EndProgram(slot, program);
                break;
            case 2:
                // Effects that were not let out yet are lost with it, and some machines too.
                if (_chance.NextInt32(4) == 0)
                    Leave(slot.Worker, false);
                Live();
                break;
        }
    }

    private void EndProgram(StrictSlot slot, StrictProgram program)
    {
        program.IsGone = true;
        AttemptEnd how = Disturbances[_chance.NextInt32(Disturbances.Length)];
        _coordinator.Gate.End(
            new EndAttempt(program.Attempt, how, "trouble"), null, program.Reports, _now);
        BeginNext(slot);
        Commit();
    }

    // A worker that is only cut off goes on training; what it says then comes from the past.
    private void LoseWorker(WorkerId worker, bool isCutOff)
    {
        Leave(worker, isCutOff);
        _coordinator.Gate.LoseWorker(worker, _now);
        Commit();
    }

    private void Leave(WorkerId worker, bool isCutOff)
    {
        foreach (StrictSlot slot in _slots.Where(slot => slot.Worker == worker && slot.IsThere))
        {
            slot.IsThere = false;
            slot.Next.Clear();
            if (!isCutOff)
                slot.Program = null;
            After(TimeSpan.FromSeconds(1 + _chance.NextInt32(300)), () =>
            {
                slot.IsThere = true;
                Offer(slot);
                Commit();
            });
        }
    }
}
