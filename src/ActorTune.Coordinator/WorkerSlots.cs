namespace ActorTune.Coordinator;

/// <summary>A worker's device slots and the study that each is given to.</summary>
internal sealed class WorkerSlots(IActorRef<ToWorker> address, int count)
{
    internal IActorRef<ToWorker> Address { get; } = address;

    internal StudyId?[] Owners { get; } = new StudyId?[count];

    internal IEnumerable<int> Free() =>
        Enumerable.Range(0, Owners.Length).Where(slot => Owners[slot] is null);
}
