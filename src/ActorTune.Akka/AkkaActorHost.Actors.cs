using Akka.Actor;

namespace ActorTune.Akka;

/// <content>What shells and addresses ask of their host.</content>
public sealed partial class AkkaActorHost
{
    internal static Props PropsOf<TMessage>(ShellSetup setup) =>
        Props.Create(typeof(ActorShell<TMessage>), setup).WithMailbox(TwoLaneMailbox.Id);

    /// <summary>The actor of Akka.NET behind an address.</summary>
    internal AkkaRef TargetOf(IActorRef actor) => Known(actor).Target;

    internal void OnStopped(ShellSetup setup)
    {
        if (!setup.IsChild)
        {
            lock (_gate)
            {
                _roots.Remove(setup.Path.Name);
            }
        }

        setup.SetStopped();
    }

    internal void OnActorFailed(ActorFailure failure, bool isRoot)
    {
        if (ActorFailed is { } handler)
            Log.Guarded(handler, failure);
        if (isRoot && failure.Outcome == ActorFailureOutcome.Escalate)
        {
            Log.RootFailed(failure.Cause, failure.Actor);
            _rootFailure.TrySetResult(failure);
        }
    }

    private IAkkaActorRef Known(IActorRef actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        IActorRef target = actor;
        while (target is IMappedActorRef mapped)
            target = mapped.Target;
        return target is IAkkaActorRef { Target: IInternalActorRef internalRef } known
            && internalRef.Provider == System.Provider
                ? known
                : throw new ArgumentException(
                    $"{actor.Path} ({target.GetType().Name}) is no actor of this host. Use an "
                    + "address that a Spawn of this host returned, or that another node sent.",
                    nameof(actor));
    }

    private ShellSetup SetupOf(IActorRef actor) => Known(actor).Setup
        ?? throw new ArgumentException(
            $"{actor.Path} lives on another node. Watch it from an actor instead.",
            nameof(actor));

    private sealed record Root(AkkaRef Target, ShellSetup Setup);
}
