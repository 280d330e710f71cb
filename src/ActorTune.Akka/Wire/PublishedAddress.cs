using System.Runtime.CompilerServices;
using Akka.Actor;

namespace ActorTune.Akka.Wire;

/// <summary>
/// Makes an address of this process, such as one that translates for an actor or the one of an
/// ask, reachable from other nodes. It is withdrawn when the actor behind it has ended.
/// </summary>
internal static class PublishedAddress
{
    private static readonly ConditionalWeakTable<IActorRef, AkkaRef> Known = [];

    /// <summary>What other nodes can send to; the same for the same address.</summary>
    /// <exception cref="ArgumentException">The address belongs to no actor of Akka.NET.
    /// </exception>
    public static AkkaRef Of<TMessage>(ExtendedActorSystem system, IActorRef<TMessage> address) =>
        address is IAkkaActorRef akka
            ? akka.Target
            : Known.GetValue(address, _ => Publish(system, address));

    private static Endpoint<TMessage> Publish<TMessage>(
        ExtendedActorSystem system, IActorRef<TMessage> address)
    {
        Task ended = WhenEnded(address);
        var endpoint = new Endpoint<TMessage>(system, address);
        IActorRefProvider provider = system.Provider;
        provider.RegisterTempActor(endpoint, endpoint.Path);
        _ = ended.ContinueWith(
            _ => provider.UnregisterTempActor(endpoint.Path),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return endpoint;
    }

    private static Task WhenEnded(IActorRef address)
    {
        IActorRef target = address;
        while (target is IMappedActorRef mapped)
            target = mapped.Target;
        return target switch
        {
            IAkkaActorRef { Setup: { } setup } => setup.WhenStopped,
            IAskReply ask => ask.WhenOver,
            _ => throw new ArgumentException(
                $"{address.Path} ({target.GetType().Name}) cannot be sent to another node. Only "
                + $"addresses that lead to actors of an {nameof(AkkaActorHost)} here can.",
                nameof(address)),
        };
    }

    private sealed class Endpoint<TMessage>(
        ExtendedActorSystem system, IActorRef<TMessage> address) : MinimalActorRef
    {
        public override AkkaPath Path { get; } = system.Provider.TempPath();

        public override IActorRefProvider Provider => system.Provider;

        protected override void TellInternal(object message, AkkaRef sender)
        {
            if (message is TMessage said)
                address.Tell(said);
            else
                system.DeadLetters.Tell(message, sender);
        }
    }
}
