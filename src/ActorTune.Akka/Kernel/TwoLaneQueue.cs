using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Dispatch.MessageQueues;

namespace ActorTune.Akka;

/// <summary>
/// The mailbox of one actor: signals of the kernel first, then waiting control messages, then
/// data. A full lane refuses at once and never blocks the sender. While the actor is between two
/// instances only signals come out.
/// </summary>
public sealed class TwoLaneQueue : IMessageQueue
{
    private readonly ShellSetup _setup;
    private readonly Lane _signals = new(int.MaxValue);
    private readonly Lane _control;
    private readonly Lane _data;

    internal TwoLaneQueue(ShellSetup setup)
    {
        _setup = setup;
        _control = new Lane(setup.Options.Mailbox.ControlCapacity);
        _data = new Lane(setup.Options.Mailbox.DataCapacity);
    }

    /// <inheritdoc/>
    public bool HasMessages =>
        _signals.Count > 0 || (IsReceiving && (_control.Count > 0 || _data.Count > 0));

    /// <inheritdoc/>
    public int Count => _signals.Count + _control.Count + _data.Count;

    private bool IsReceiving => _setup.Phase == ShellPhase.Receiving;

    /// <inheritdoc/>
    public void Enqueue(AkkaRef receiver, Envelope envelope)
    {
        switch (envelope.Message)
        {
            case OwnMessage own:
                (own.IsControl ? _control : _data).Add(envelope);
                break;
            case ShellSignal or IAutoReceivedMessage:
                _signals.Add(envelope);
                break;
            default:
                if (!LaneOf(envelope.Message).TryAdd(envelope))
                    Refuse(envelope, DeadLetterReason.MailboxFull);
                break;
        }
    }

    /// <inheritdoc/>
    public bool TryDequeue([MaybeNullWhen(false)] out Envelope envelope)
    {
        if (_signals.TryTake(out envelope))
            return true;
        return IsReceiving && (_control.TryTake(out envelope) || _data.TryTake(out envelope));
    }

    /// <inheritdoc/>
    public void CleanUp(AkkaRef owner, IMessageQueue deadletters)
    {
        while (_signals.TryTake(out Envelope signal))
            deadletters.Enqueue(owner, signal);
        while (_control.TryTake(out Envelope left) || _data.TryTake(out left))
        {
            if (left.Message is not OwnMessage)
                Refuse(left, DeadLetterReason.ActorStopped);
        }
    }

    private Lane LaneOf(object message) => message is IControlMessage ? _control : _data;

    private void Refuse(Envelope envelope, DeadLetterReason reason) =>
        _setup.Host.DeadLetters.Add(_setup.Path, envelope.Message, reason);
}
