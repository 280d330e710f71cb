using Akka.Actor;

namespace ActorTune.Akka;

/// <summary>The typed address of an actor of Akka.NET, here or on another node.</summary>
/// <typeparam name="TMessage">What the actor accepts.</typeparam>
internal sealed class AkkaActorRef<TMessage>(
    AkkaRef target, ActorPath path, ShellSetup? setup = null)
    : IAkkaActorRef, IActorRef<TMessage>, IEquatable<AkkaActorRef<TMessage>>
{
    /// <inheritdoc/>
    public AkkaRef Target => target;

    /// <inheritdoc/>
    public ShellSetup? Setup => setup;

    /// <inheritdoc/>
    public ActorPath Path => path;

    /// <inheritdoc/>
    public void Tell(TMessage message)
    {
        if (message is null)
        {
            throw new ArgumentNullException(
                nameof(message), $"Null is no message; it was sent to actor {Path}.");
        }

        target.Tell(message, ActorRefs.NoSender);
    }

    /// <inheritdoc/>
    public bool Equals(AkkaActorRef<TMessage>? other) => target.Equals(other?.Target);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AkkaActorRef<TMessage>);

    /// <inheritdoc/>
    public override int GetHashCode() => target.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => path.ToString();
}

/// <summary>An address behind which there is an actor of Akka.NET.</summary>
internal interface IAkkaActorRef : IActorRef
{
    /// <summary>The address as Akka.NET knows it.</summary>
    AkkaRef Target { get; }

    /// <summary>What its host knows of it; null where it lives on another node.</summary>
    ShellSetup? Setup { get; }
}
