namespace ActorTune.Studies.Effects;

/// <summary>
/// What must happen outside once the events behind it are durable. Effects may be delivered more
/// than once: attempts and reports carry numbers, and what is older is ignored.
/// </summary>
public abstract record StudyEffect
{
    private protected StudyEffect()
    {
    }
}

/// <summary>An attempt is to be started.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Worker">The worker that runs it.</param>
/// <param name="Offer">The slots' offer.</param>
/// <param name="Slots">The worker's device slots.</param>
/// <param name="Configuration">The trial's configuration.</param>
/// <param name="Seed">The trial's seed, the same in every attempt.</param>
/// <param name="From">The checkpoint to go on from; null: from nothing.</param>
/// <param name="Until">The resource of the next decision; null: the program's own end.</param>
public sealed record BeginAttempt(
    AttemptId Attempt,
    WorkerId Worker,
    OfferId Offer,
    IReadOnlyList<int> Slots,
    Configuration Configuration,
    ulong Seed,
    Checkpoint? From,
    Resource? Until) : StudyEffect;

/// <summary>An attempt's reports up to one are acknowledged, and it is told what to do.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Worker">The worker that runs it.</param>
/// <param name="Report">The last report taken in; 0 before any.</param>
/// <param name="Instruction">What it does now.</param>
/// <param name="Until">The resource of its next decision, if it continues up to one.</param>
public sealed record InstructAttempt(
    AttemptId Attempt,
    WorkerId Worker,
    long Report,
    AttemptInstruction Instruction,
    Resource? Until) : StudyEffect;

/// <summary>A checkpoint will never be resumed from and may be deleted.</summary>
/// <param name="Checkpoint">Its name.</param>
/// <param name="Worker">The worker that holds it.</param>
public sealed record DropCheckpoint(Checkpoint Checkpoint, WorkerId Worker) : StudyEffect;

/// <summary>The study ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Best">The best trial, or null.</param>
public sealed record AnnounceEnd(EndReason Reason, TrialNumber? Best) : StudyEffect;
