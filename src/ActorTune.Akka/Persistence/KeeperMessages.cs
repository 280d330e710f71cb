using ActorTune.Journal;
using ActorTune.Studies;

namespace ActorTune.Akka.Persistence;

/// <summary>What is asked of the persistent actor of a study.</summary>
internal abstract record KeeperRequest(StudyId Study);

/// <summary>Append a batch if the study ends where the caller thinks.</summary>
internal sealed record AppendRequest(
    StudyId Study, Epoch Epoch, SequenceNumber Expected, StoredBatch Batch)
    : KeeperRequest(Study);

/// <summary>Say where the study ends, read anew from the store.</summary>
internal sealed record EndRequest(StudyId Study) : KeeperRequest(Study);

/// <summary>The answer; with an error it is unknown whether a batch was kept.</summary>
internal sealed record KeeperAnswer(AppendOutcome Outcome, StudyEnd End, Exception? Error = null);

/// <summary>A keeper ends because its store failed.</summary>
internal sealed record KeeperBroken(Exception Cause, AkkaRef? Requester);

/// <summary>End after what is under way.</summary>
internal sealed class Retire
{
    public static Retire Instance { get; } = new();
}
