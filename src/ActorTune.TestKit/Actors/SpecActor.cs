using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <summary>An actor whose behaviour a case writes in place.</summary>
internal sealed class SpecActor : Actor<SpecMessage>
{
    public Action<SpecActor>? Started { get; init; }

    public Action<SpecActor, SpecMessage>? Received { get; init; }

    public Action<SpecActor, Exception>? Restarting { get; init; }

    public Action<SpecActor>? Stopped { get; init; }

    public new ActorContext<SpecMessage> Context => base.Context;

    public IActorRef<SpecMessage> Self => base.Context.Self;

    /// <summary>State that a restart has to reset.</summary>
    public int HandledCount { get; private set; }

    protected override void OnStarted() => Started?.Invoke(this);

    protected override void Receive(SpecMessage message)
    {
        HandledCount++;
        if (message is RunInActor run)
        {
            run.Action(this);
            return;
        }

        Received?.Invoke(this, message);
    }

    protected override void OnRestarting(Exception cause) => Restarting?.Invoke(this, cause);

    protected override void OnStopped() => Stopped?.Invoke(this);
}

/// <summary>What <see cref="SpecActor"/> accepts.</summary>
internal abstract record SpecMessage;

/// <summary>A data message.</summary>
internal sealed record Note(string Text, int Number = 0) : SpecMessage
{
    public override string ToString() => $"{Text}{Number}";
}

/// <summary>A control message.</summary>
internal sealed record ControlNote(string Text, int Number = 0) : SpecMessage, IControlMessage
{
    public override string ToString() => $"{Text}{Number}";
}

/// <summary>A question.</summary>
internal sealed record Question(int Number, IActorRef<int> ReplyTo) : SpecMessage;

/// <summary>Runs code of the case inside the actor.</summary>
internal sealed record RunInActor(Action<SpecActor> Action) : SpecMessage;

/// <summary>What an actor of a case throws on purpose.</summary>
internal sealed class SpecFailure(string message) : Exception(message);
