namespace ActorTune.Worker;

/// <summary>What a device slot accepts.</summary>
internal abstract record SlotMessage;

internal sealed record BeginSlot(BeginTrial Begin) : SlotMessage;

internal sealed record InstructSlot(InstructTrial Instruct) : SlotMessage, IControlMessage;

internal sealed record InterruptSlot(StudyId Study, bool AtOnce) : SlotMessage, IControlMessage;

internal sealed record RedirectSlot(StudyId Study, IActorRef<FromWorker> ReportTo) : SlotMessage;

internal sealed record AttemptGone(StudyId Study, AttemptId Attempt) : SlotMessage;
