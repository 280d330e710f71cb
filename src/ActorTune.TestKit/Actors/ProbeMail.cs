using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <summary>What the actor behind a probe accepts.</summary>
internal abstract record ProbeMail
{
    internal sealed record Data(object Message) : ProbeMail;

    internal sealed record Control(object Message) : ProbeMail, IControlMessage;

    internal sealed record Watch(IActorRef Actor) : ProbeMail;

    internal sealed record Act(Action Action) : ProbeMail;

    internal sealed record Ended(IActorRef Actor) : ProbeMail
    {
        public override string ToString() => $"the end of {Actor.Path}";
    }
}
