using ActorTune.Actors;
using ActorTune.Studies;

namespace ActorTune.Protocol;

/// <summary>What workers and studies tell the placement of slots.</summary>
public abstract record ToPlacement;

/// <summary>A worker is there.</summary>
/// <param name="Worker">Its name, unique among the workers.</param>
/// <param name="Address">How to reach it.</param>
/// <param name="SlotCount">How many device slots it has.</param>
public sealed record WorkerJoined(WorkerId Worker, IActorRef<ToWorker> Address, int SlotCount)
    : ToPlacement;

/// <summary>A worker is gone.</summary>
/// <param name="Worker">Its name.</param>
public sealed record WorkerGone(WorkerId Worker) : ToPlacement;

/// <summary>A study was opened and wants slots.</summary>
/// <param name="Study">The study.</param>
/// <param name="Address">How to reach it.</param>
/// <param name="SlotsPerTrial">How many slots of one worker a trial uses.</param>
public sealed record StudyOpened(
    StudyId Study, IActorRef<FromPlacement> Address, int SlotsPerTrial) : ToPlacement;

/// <summary>
/// A study knows which of its attempts a worker runs; the other slots may be offered.
/// </summary>
/// <param name="Study">The study.</param>
/// <param name="Worker">The worker.</param>
/// <param name="HeldSlots">The slots that running attempts use.</param>
public sealed record WorkerSettled(StudyId Study, WorkerId Worker, IReadOnlyList<int> HeldSlots)
    : ToPlacement;

/// <summary>A study gives slots back.</summary>
/// <param name="Study">The study.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Slots">The slots.</param>
public sealed record SlotsReturned(StudyId Study, WorkerId Worker, IReadOnlyList<int> Slots)
    : ToPlacement;

/// <summary>A study is closed; all its slots are free.</summary>
/// <param name="Study">The study.</param>
public sealed record StudyClosed(StudyId Study) : ToPlacement;
