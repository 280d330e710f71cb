namespace ActorTune.Actors;

/// <summary>A message that no actor will handle.</summary>
/// <param name="Recipient">The actor it was for.</param>
/// <param name="Message">The message.</param>
/// <param name="Reason">Why it was not accepted.</param>
public sealed record DeadLetter(ActorPath Recipient, object Message, DeadLetterReason Reason);

/// <summary>Why a message was not accepted.</summary>
public enum DeadLetterReason
{
    /// <summary>The actor has stopped, before the message came or while it waited.</summary>
    ActorStopped,

    /// <summary>The lane of the mailbox was full.</summary>
    MailboxFull,

    /// <summary>The actor was being restarted.</summary>
    ActorRestarting,

    /// <summary>The ask has its reply already, or its deadline has passed.</summary>
    LateReply,
}
