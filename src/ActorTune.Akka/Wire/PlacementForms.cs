using ActorTune.Protocol;

namespace ActorTune.Akka.Wire;

/// <summary>Between the placement of slots and those who have or want slots.</summary>
internal static class PlacementForms
{
    public static IEnumerable<WireForm> All => [.. FromOthers, .. SlotForms, .. FromPlacements];

    private static IEnumerable<WireForm> FromOthers =>
    [
        WireForm.Of<WorkerJoined>("worker-joined/1", Write, Read),
        WireForm.Of<WorkerGone>(
            "worker-gone/1", (to, gone) => to.Write(gone.Worker), from => new(from.ReadWorker())),
        WireForm.Of<StudyOpened>(
            "study-opened/1",
            (to, opened) =>
            {
                to.Write(opened.Study);
                to.WriteAddress(opened.Address);
                to.Write(opened.SlotsPerTrial);
            },
            from => new(from.ReadStudy(), from.ReadAddress<FromPlacement>(), from.ReadInt32())),
        WireForm.Of<StudyClosed>(
            "study-closed/1",
            (to, closed) => to.Write(closed.Study),
            from => new(from.ReadStudy())),
    ];

    private static IEnumerable<WireForm> SlotForms =>
    [
        WireForm.Of<WorkerSettled>(
            "worker-settled/1",
            (to, settled) =>
            {
                to.Write(settled.Study);
                to.Write(settled.Worker);
                to.WriteList(settled.HeldSlots, to.Write);
            },
            from => new(from.ReadStudy(), from.ReadWorker(), from.ReadList(from.ReadInt32))),
        WireForm.Of<SlotsReturned>(
            "slots-returned/1",
            (to, returned) =>
            {
                to.Write(returned.Study);
                to.Write(returned.Worker);
                to.WriteList(returned.Slots, to.Write);
            },
            from => new(from.ReadStudy(), from.ReadWorker(), from.ReadList(from.ReadInt32))),
    ];

    private static IEnumerable<WireForm> FromPlacements =>
    [
        WireForm.Of<WorkerAvailable>(
            "worker-available/1",
            (to, available) =>
            {
                to.Write(available.Worker);
                to.WriteAddress(available.Address);
            },
            from => new(from.ReadWorker(), from.ReadAddress<ToWorker>())),
        WireForm.Of<WorkerLost>(
            "worker-lost/1", (to, lost) => to.Write(lost.Worker), from => new(from.ReadWorker())),
        WireForm.Of<SlotsOffered>(
            "slots-offered/1",
            (to, offered) =>
            {
                to.Write(offered.Worker);
                to.WriteList(offered.Slots, to.Write);
            },
            from => new(from.ReadWorker(), from.ReadList(from.ReadInt32))),
        WireForm.Of<SlotsWanted>(
            "slots-wanted/1",
            (to, wanted) => to.Write(wanted.Worker),
            from => new(from.ReadWorker())),
    ];

    public static void Write(WireWriter to, WorkerJoined joined)
    {
        to.Write(joined.Worker);
        to.WriteAddress(joined.Address);
        to.Write(joined.SlotCount);
    }

    public static WorkerJoined Read(WireReader from) =>
        new(from.ReadWorker(), from.ReadAddress<ToWorker>(), from.ReadInt32());
}
