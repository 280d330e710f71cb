using ActorTune.Actors;
using ActorTune.Protocol;

namespace ActorTune.TestKit.Mutants;

/// <summary>A worker's last slot is never offered to anybody.</summary>
internal static class ForgottenSlot
{
    internal static IActorRef<ToPlacement> Between(IActorRef<ToPlacement> placement) =>
        placement.Map<ToPlacement, ToPlacement>(message => message is WorkerJoined joined
            ? joined with { SlotCount = joined.SlotCount - 1 }
            : message);
}
