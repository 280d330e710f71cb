namespace ActorTune.Actors;

/// <summary>How a host keeps one actor.</summary>
public sealed record ActorOptions
{
    /// <summary>The default options.</summary>
    public static ActorOptions Default { get; } = new();

    /// <summary>What follows a failure of the actor.</summary>
    /// <value><see cref="SupervisionStrategy.Default"/>.</value>
    public SupervisionStrategy Supervision { get; init; } = SupervisionStrategy.Default;

    /// <summary>How many messages may wait for the actor.</summary>
    /// <value><see cref="MailboxOptions.Default"/>.</value>
    public MailboxOptions Mailbox { get; init; } = MailboxOptions.Default;
}
