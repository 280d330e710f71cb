using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;

namespace ActorTune.Studies.Gates;

/// <summary>
/// Stands between a study's engine and the machines: what workers and placement say goes in here,
/// and what they are to do comes out. A recorded study takes everything in as it comes; a strict
/// one in its logical order.
/// </summary>
public abstract class StudyGate
{
    private protected StudyGate(StudyEngine engine) => Engine = engine;

    /// <summary>The engine behind the gate.</summary>
    public StudyEngine Engine { get; }

    /// <summary>The slots that the study holds, open or used.</summary>
    public abstract IReadOnlyDictionary<OfferId, OfferState> Offers { get; }

    /// <summary>A number for the next offer of slots.</summary>
    public abstract OfferId NextOffer { get; }

    /// <summary>The attempts that have slots.</summary>
    public abstract IReadOnlyList<PlacedAttempt> Placed { get; }

    /// <summary>The state behind the gate.</summary>
    private protected StudyState State => Engine.State;

    /// <summary>The gate of a study that was created or recovered.</summary>
    /// <param name="engine">The study; its creation was taken in.</param>
    public static StudyGate Of(StudyEngine engine) => engine.State.IsStrict
        ? new StrictGate(engine)
        : new RecordedGate(engine);

    /// <summary>Begins, when everything that belongs to the opening was taken in.</summary>
    public abstract void Open(DateTimeOffset at);

    /// <summary>Takes in a command of a person, of placement, or about an attempt's life.</summary>
    public abstract Acceptance Handle(StudyCommand command, DateTimeOffset at);

    /// <summary>Takes in a report, with the checkpoint that was saved before it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="checkpoint">The checkpoint's resource; null: none.</param>
    /// <param name="at">When.</param>
    public abstract Acceptance Report(
        ReportMeasurement report, Resource? checkpoint, DateTimeOffset at);

    /// <summary>Takes in the end of an attempt.</summary>
    /// <param name="end">The end.</param>
    /// <param name="checkpoint">
    /// The resource of a checkpoint that was saved after its last report, or null.
    /// </param>
    /// <param name="reports">How many reports it made; null: nobody knows.</param>
    /// <param name="at">When.</param>
    public abstract Acceptance End(
        EndAttempt end, Resource? checkpoint, long? reports, DateTimeOffset at);

    /// <summary>Everything on a worker is lost, its slots included.</summary>
    public abstract void LoseWorker(WorkerId worker, DateTimeOffset at);

    /// <summary>
    /// What an attempt is to do now: the answer to what came late or twice. Null: that is not
    /// decided yet.
    /// </summary>
    public abstract InstructAttempt? Standing(AttemptId attempt);

    /// <summary>Takes every decision that is due, such as when a suggestion arrived.</summary>
    public abstract void DecideAll(DateTimeOffset at);

    /// <summary>Hands out the events and effects since the last call.</summary>
    public abstract StudyBatch TakeBatch();
}
