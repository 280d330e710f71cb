using Akka.Actor;
using Akka.Event;

namespace ActorTune.Akka;

/// <summary>What the kernel tells a shell; handled before all messages of users.</summary>
internal abstract record ShellSignal :
    INoSerializationVerificationNeeded, IDeadLetterSuppression;

internal sealed record StopSignal : ShellSignal
{
    public static StopSignal Instance { get; } = new();
}

/// <param name="Restart">Which restart the backoff belongs to.</param>
internal sealed record BackoffElapsed(int Restart) : ShellSignal;

internal sealed record ChildEscalated(ActorPath Child, Exception Cause) : ShellSignal;
