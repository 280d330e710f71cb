namespace ActorTune.Actors;

/// <summary>Something on its way from a sender to a receiver.</summary>
internal abstract class SimulatedItem
{
    /// <summary>The virtual time before which it does not arrive.</summary>
    public TimeSpan NotBefore { get; set; }

    public abstract object Subject { get; }

    public abstract SimulationStepKind Kind { get; }

    public virtual bool ComesLast => false;

    public abstract void Arrive();
}

internal sealed class SimulatedMessage<TMessage>(
    SimulatedMailbox<TMessage> mailbox, ActorPath sender, TMessage message) : SimulatedItem
{
    public override object Subject => message!;

    public override SimulationStepKind Kind => SimulationStepKind.Arrived;

    public override void Arrive() => mailbox.Arrive(sender, message);
}

internal sealed class SimulatedReply<TReply>(AskReply<TReply> ask, TReply reply) : SimulatedItem
{
    public override object Subject => reply!;

    public override SimulationStepKind Kind => SimulationStepKind.Arrived;

    public override void Arrive() => ask.Complete(reply);
}

internal sealed class SimulatedKernelItem(
    SimulatedActorHost host, ActorCell receiver, Action changed, SystemMessage message)
    : SimulatedItem
{
    public override object Subject => message.Kind;

    public override SimulationStepKind Kind => SimulationStepKind.Kernel;

    public override bool ComesLast => message.ComesLast;

    public override void Arrive()
    {
        host.Current = receiver;
        receiver.HandleSystem(message);
        changed();
    }
}
