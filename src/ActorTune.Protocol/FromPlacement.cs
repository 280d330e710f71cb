using ActorTune.Actors;
using ActorTune.Studies;

namespace ActorTune.Protocol;

/// <summary>What the placement of slots tells a study.</summary>
/// <param name="Worker">The worker that it is about.</param>
public abstract record FromPlacement(WorkerId Worker);

/// <summary>A worker is there; find out what it runs, then its slots are offered.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Address">How to reach it.</param>
public sealed record WorkerAvailable(WorkerId Worker, IActorRef<ToWorker> Address)
    : FromPlacement(Worker);

/// <summary>A worker is gone with everything that ran on it.</summary>
/// <param name="Worker">The worker.</param>
public sealed record WorkerLost(WorkerId Worker) : FromPlacement(Worker);

/// <summary>Slots of a worker are the study's until it gives them back.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Slots">The slots of one trial.</param>
public sealed record SlotsOffered(WorkerId Worker, IReadOnlyList<int> Slots)
    : FromPlacement(Worker);

/// <summary>Another study wants slots: give back one trial's, at the latest when it ends.</summary>
/// <param name="Worker">The worker whose slots are meant.</param>
public sealed record SlotsWanted(WorkerId Worker) : FromPlacement(Worker);
