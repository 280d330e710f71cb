using Akka.Actor;
using AkkaDeadLetter = Akka.Event.DeadLetter;

namespace ActorTune.Akka;

/// <summary>
/// Hears of what Akka.NET could not deliver to actors of a host because they had ended. It is an
/// address without an actor, so that a dead letter is counted before its sender goes on.
/// </summary>
internal sealed class DeadLetterListener : MinimalActorRef
{
    private readonly AkkaActorHost _host;

    public DeadLetterListener(AkkaActorHost host, ExtendedActorSystem system)
    {
        _host = host;
        Provider = system.Provider;
        Path = system.Provider.TempPath();
    }

    public override AkkaPath Path { get; }

    public override IActorRefProvider Provider { get; }

    protected override void TellInternal(object message, AkkaRef sender)
    {
        if (message is AkkaDeadLetter letter
            && ShellName.TryRead(letter.Recipient.Path, _host.Number, out ActorPath path))
            _host.DeadLetters.Add(path, letter.Message, DeadLetterReason.ActorStopped);
    }
}
