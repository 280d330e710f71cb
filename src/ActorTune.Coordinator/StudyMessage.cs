namespace ActorTune.Coordinator;

/// <summary>What a study actor accepts.</summary>
public abstract record StudyMessage
{
    private protected StudyMessage()
    {
    }
}

/// <summary>A person's command.</summary>
/// <param name="Command">The command.</param>
/// <param name="ReplyTo">Whom to tell what became of it, once that is durable.</param>
public sealed record PersonSaid(StudyCommand Command, IActorRef<Acceptance> ReplyTo) : StudyMessage;

/// <summary>Asks how the study stands.</summary>
/// <param name="ReplyTo">Whom to tell.</param>
public sealed record DescribeStudy(IActorRef<Projections.StudySummary> ReplyTo) : StudyMessage;

/// <summary>The engine is shutting down: running attempts end, the study goes on later.</summary>
/// <param name="AtOnce">Whether programs are killed rather than asked.</param>
public sealed record InterruptRequested(bool AtOnce) : StudyMessage, IControlMessage;

internal sealed record WorkerSaid(FromWorker Message, WorkerId Worker) : StudyMessage;

internal sealed record PlacementSaid(FromPlacement Message, Epoch Epoch) : StudyMessage;

internal sealed record WorkerListed(RunningTrials Running, Epoch Epoch) : StudyMessage;

internal sealed record StudyRecovered(RecoveredStudy Study) : StudyMessage;

internal sealed record RecoveryFailed(Exception Error) : StudyMessage;

internal sealed record BatchCommitted(StudyBatch Batch, AppendOutcome Outcome) : StudyMessage;

internal sealed record BatchFailed(Exception Error) : StudyMessage;

internal sealed record SuggestionReady(WantedSuggestion Wanted, Suggestion Suggestion)
    : StudyMessage;

internal sealed record SuggestionFailed(WantedSuggestion Wanted, Exception Error) : StudyMessage;

internal sealed record WallTimeOver : StudyMessage;

internal sealed record LeaseOver : StudyMessage;
