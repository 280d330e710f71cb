namespace ActorTune.Akka;

/// <summary>What a host logs.</summary>
internal sealed partial class HostLog(ILogger logger)
{
    private readonly ILogger _logger = logger;

    [LoggerMessage(1, LogLevel.Warning,
        "Actor {Actor} failed; outcome {Outcome}, restart {RestartNumber} after {Backoff}")]
    public partial void Failed(
        Exception cause,
        ActorPath actor,
        ActorFailureOutcome outcome,
        int restartNumber,
        TimeSpan backoff);

    [LoggerMessage(2, LogLevel.Warning, "Actor {Actor} failed while it was stopping")]
    public partial void FailedWhileStopping(Exception cause, ActorPath actor);

    [LoggerMessage(3, LogLevel.Error, "Actor {Actor} could not {What}; it goes on ending")]
    public partial void LifecycleFailed(Exception cause, ActorPath actor, string what);

    [LoggerMessage(4, LogLevel.Warning,
        "Dead letter {Count}: {MessageType} for {Recipient}, because {Reason}")]
    public partial void DeadLettered(
        ActorPath recipient, string messageType, DeadLetterReason reason, long count);

    [LoggerMessage(5, LogLevel.Critical, "Actor {Actor} escalated its failure to the host")]
    public partial void RootFailed(Exception cause, ActorPath actor);

    [LoggerMessage(6, LogLevel.Error, "A handler of an event of the actor host failed")]
    public partial void HandlerFailed(Exception cause);

    [LoggerMessage(7, LogLevel.Error, "A reaction to the cancellation of an operation failed")]
    public partial void CancellationFailed(Exception cause);

    /// <summary>Calls a handler of an event; a failing one must not harm an actor.</summary>
    public void Guarded<T>(Action<T> handler, T argument)
    {
        try
        {
            handler(argument);
        }
        catch (Exception e)
        {
            HandlerFailed(e);
        }
    }
}
