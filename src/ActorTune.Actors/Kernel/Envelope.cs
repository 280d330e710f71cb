namespace ActorTune.Actors;

/// <summary>A message in a mailbox; a guard marks what the kernel itself put there.</summary>
internal readonly record struct Envelope<TMessage>(TMessage Message, EnvelopeGuard? Guard);

/// <summary>Decides, on the actor's own turn, whether a message of a timer, a watch or an operation
/// still is to be handled. Guarded messages are never refused by a full lane, and vanish silently
/// when they are stale.</summary>
internal abstract class EnvelopeGuard
{
    /// <returns>Whether to handle the message; an exception fails the actor.</returns>
    public abstract bool TryAccept();
}

/// <summary>Accepts as long as the instance lives that it was made for.</summary>
internal sealed class IncarnationGuard(ActorCell cell) : EnvelopeGuard
{
    private readonly int _incarnation = cell.IncarnationNumber;

    public override bool TryAccept() => cell.IncarnationNumber == _incarnation;
}
