namespace ActorTune.Akka.Tests;

/// <summary>What only this host does, or could get wrong.</summary>
public sealed class AkkaActorHostTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly AkkaSystem _system = AkkaSystem.Create("host", TestSettings.Quiet);
    private AkkaActorHost _host = null!;

    public Task InitializeAsync()
    {
        _host = new AkkaActorHost(_system);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _system.Terminate();
        _system.Dispose();
    }

    [Fact]
    public async Task AnActorOfObjects_DoesNotTakeTheSignalsOfItsHost()
    {
        var heard = new List<object>();
        IActorRef<object> actor = _host.Spawn("any", () => new Collector(heard, null));
        await _host.Ask<object, object>(actor, replyTo => replyTo, Patience);

        _host.Stop(actor);
        await _host.WhenStopped(actor).WaitAsync(Patience);

        Assert.Single(heard);
    }

    [Fact]
    public async Task AnActorSystemThatGoesDownFirst_TellsItsActors()
    {
        var stopped = new TaskCompletionSource();
        IActorRef<object> actor = _host.Spawn("any", () => new Collector([], stopped));
        await _host.Ask<object, object>(actor, replyTo => replyTo, Patience);

        await _system.Terminate();

        await stopped.Task.WaitAsync(Patience);
        await _host.WhenStopped(actor).WaitAsync(Patience);
    }

    [Fact]
    public async Task TwoHostsOfOneSystem_CountTheirOwnDeadLetters()
    {
        await using var other = new AkkaActorHost(_system);
        IActorRef<object> actor = _host.Spawn("ended", () => new Collector([], null));
        _host.Stop(actor);
        await _host.WhenStopped(actor).WaitAsync(Patience);

        actor.Tell("late");

        Assert.Equal(1, _host.DeadLetterCount);
        Assert.Equal(0, other.DeadLetterCount);
    }

    [Fact]
    public void AnActorOfAnotherSystem_IsRefused()
    {
        using AkkaSystem foreign = AkkaSystem.Create("foreign", TestSettings.Quiet);
        IActorRef<object> actor = new AkkaActorHost(foreign)
            .Spawn("actor", () => new Collector([], null));

        Assert.Throws<ArgumentException>(() => _host.Stop(actor));
    }

    private sealed class Collector(List<object> heard, TaskCompletionSource? stopped)
        : Actor<object>
    {
        protected override void Receive(object message)
        {
            heard.Add(message);
            if (message is IActorRef<object> replyTo)
                replyTo.Tell(heard.Count);
        }

        protected override void OnStopped() => stopped?.TrySetResult();
    }
}
