using ActorTune.Actors;
using ActorTune.Studies;
using ActorTune.Studies.Effects;
using ActorTune.Trials;

namespace ActorTune.Protocol;

/// <summary>What a coordinator tells a worker. A worker refuses what an older epoch says.</summary>
/// <param name="Study">The study.</param>
/// <param name="Epoch">The opening of the study that says it.</param>
public abstract record ToWorker(StudyId Study, Epoch Epoch);

/// <summary>
/// Start an attempt as soon as its slots are free. Told twice, it is started once.
/// </summary>
/// <param name="Study">The study.</param>
/// <param name="Epoch">The opening that says it.</param>
/// <param name="Begin">The attempt.</param>
/// <param name="Program">What to run.</param>
/// <param name="Objective">The name of the metric that every report must have.</param>
/// <param name="ResourceUnit">The name of the unit in which resource is counted.</param>
/// <param name="ReplyTo">Whom the attempt reports to.</param>
public sealed record BeginTrial(
    StudyId Study,
    Epoch Epoch,
    BeginAttempt Begin,
    ProgramSpecification Program,
    string Objective,
    string ResourceUnit,
    IActorRef<FromWorker> ReplyTo) : ToWorker(Study, Epoch);

/// <summary>
/// Reports up to one are durable; do as instructed. It overtakes what waits, so that a Stop takes
/// effect at the next report.
/// </summary>
/// <param name="Study">The study.</param>
/// <param name="Epoch">The opening that says it.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Report">The last report taken in.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Until">
/// The resource of the next decision, if the attempt continues up to one.
/// </param>
public sealed record InstructTrial(
    StudyId Study,
    Epoch Epoch,
    AttemptId Attempt,
    long Report,
    AttemptInstruction Instruction,
    Resource? Until) : ToWorker(Study, Epoch);

/// <summary>A checkpoint will never be resumed from: delete it.</summary>
/// <param name="Study">The study.</param>
/// <param name="Epoch">The opening that says it.</param>
/// <param name="Checkpoint">The checkpoint.</param>
public sealed record DropTrialCheckpoint(StudyId Study, Epoch Epoch, Checkpoint Checkpoint)
    : ToWorker(Study, Epoch);

/// <summary>End every attempt of a study; the study goes on later.</summary>
/// <param name="Study">The study.</param>
/// <param name="Epoch">The opening that says it.</param>
/// <param name="AtOnce">Whether programs are killed rather than asked.</param>
public sealed record InterruptStudy(StudyId Study, Epoch Epoch, bool AtOnce)
    : ToWorker(Study, Epoch), IControlMessage;

/// <summary>
/// Say which attempts of a study run, so that the others can be counted as lost. Those that run
/// report to the opening that asks from now on, as the one that began them may be gone.
/// </summary>
/// <param name="Study">The study.</param>
/// <param name="Epoch">The opening that asks; older ones are refused from now on.</param>
/// <param name="ReplyTo">Whom to tell.</param>
/// <param name="ReportTo">Whom running attempts report to.</param>
public sealed record ListTrials(
    StudyId Study, Epoch Epoch, IActorRef<RunningTrials> ReplyTo, IActorRef<FromWorker> ReportTo)
    : ToWorker(Study, Epoch);
