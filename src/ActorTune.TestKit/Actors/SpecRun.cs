using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <summary>One run of one case: its host, and what cases do again and again.</summary>
internal sealed class SpecRun
{
    public SpecRun(ActorHostHarness harness)
    {
        Harness = harness;
        Host.DeadLettered += DeadLetters.Add;
        Host.ActorFailed += Failures.Add;
    }

    public ActorHostHarness Harness { get; }

    public IActorHost Host => Harness.Host;

    /// <summary>What the actors of the case report.</summary>
    public SpecRecord<string> Seen { get; } = new();

    public SpecRecord<DeadLetter> DeadLetters { get; } = new();

    public SpecRecord<ActorFailure> Failures { get; } = new();

    /// <summary>An actor that reports the text of each message, its start and its end.</summary>
    public SpecActor Reporter(string name = "") => new()
    {
        Started = _ => Seen.Add($"{name}started"),
        Received = (_, message) => Seen.Add($"{name}{message}"),
        Restarting = (_, _) => Seen.Add($"{name}restarting"),
        Stopped = _ => Seen.Add($"{name}stopped"),
    };

    public IActorRef<SpecMessage> Spawn(
        string name, Func<SpecActor> factory, ActorOptions? options = null) =>
        Host.Spawn(name, factory, options);

    /// <summary>Runs code inside an actor and waits until it has run.</summary>
    public async Task<T> InActor<T>(
        IActorRef<SpecMessage> actor, Func<SpecActor, T> code, string what = "code in an actor")
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        actor.Tell(new RunInActor(self =>
        {
            try
            {
                done.SetResult(code(self));
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        }));
        return await Harness.ResultAsync(done.Task, what).ConfigureAwait(false);
    }

    public Task InActor(
        IActorRef<SpecMessage> actor, Action<SpecActor> code, string what = "code in an actor") =>
        InActor(
            actor,
            self =>
            {
                code(self);
                return true;
            },
            what);

    /// <summary>Makes an actor fail and waits until its supervision has decided.</summary>
    public async Task<ActorFailure> Fail(IActorRef<SpecMessage> actor, string why = "on purpose")
    {
        var count = Failures.Items.Count;
        actor.Tell(new RunInActor(_ => throw new SpecFailure(why)));
        var failures = await Failures.WhenCount(Harness, count + 1, "failure")
            .ConfigureAwait(false);
        return failures[count];
    }

    public Task UntilStopped(IActorRef actor) => Harness.WaitAsync(
        Host.WhenStopped(actor), () => $"the end of {actor.Path}");
}
