using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace ActorTune.Akka;

/// <summary>The type of mailbox that Akka.NET makes for actors of an <see cref="AkkaActorHost"/>;
/// named in settings, never used otherwise.</summary>
public sealed class TwoLaneMailbox : MailboxType, IProducesMessageQueue<TwoLaneQueue>
{
    internal const string Id = "actortune.mailbox";

    /// <summary>Called by Akka.NET.</summary>
    /// <param name="settings">The settings of the actor system.</param>
    /// <param name="config">The section of this mailbox.</param>
    public TwoLaneMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    /// <inheritdoc/>
    public override IMessageQueue Create(AkkaRef owner, AkkaSystem system) =>
        owner is ActorRefWithCell { Underlying.Props.Arguments: [ShellSetup setup] }
            ? new TwoLaneQueue(setup)
            : throw new InvalidOperationException(
                $"{owner?.Path} cannot have the mailbox '{Id}', which belongs to the actors of an "
                + $"{nameof(AkkaActorHost)}. Give it another mailbox.");
}
