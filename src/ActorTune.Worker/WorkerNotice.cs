namespace ActorTune.Worker;

/// <summary>What a worker's own parts tell it.</summary>
internal abstract record WorkerNotice() : ToWorker(default, default);

/// <summary>An attempt has ended and its slot is free.</summary>
internal sealed record TrialGone(StudyId OfStudy, AttemptId Attempt) : WorkerNotice;

/// <summary>Deleting a checkpoint came to an end.</summary>
internal sealed record CheckpointDeleted(string Folder, Exception? Error) : WorkerNotice;
