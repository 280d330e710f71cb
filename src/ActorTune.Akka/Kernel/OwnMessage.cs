using Akka.Actor;
using Akka.Event;

namespace ActorTune.Akka;

/// <summary>A message that an actor asked for itself: of a timer, a watch or an operation. It is
/// never refused by a full lane, and vanishes silently when it is stale.</summary>
internal abstract class OwnMessage : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    public abstract bool IsControl { get; }
}

/// <param name="message">What the actor is to handle.</param>
/// <param name="isCurrent">Asked on the actor's own turn; an exception fails the actor.</param>
internal sealed class OwnMessage<TMessage>(TMessage message, Func<bool> isCurrent) : OwnMessage
{
    public TMessage Message => message;

    public override bool IsControl => message is IControlMessage;

    public bool IsCurrent() => isCurrent();
}
