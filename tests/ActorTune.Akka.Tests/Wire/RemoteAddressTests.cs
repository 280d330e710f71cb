using ActorTune.Akka.Wire;
using ActorTune.Protocol;
using ActorTune.Studies;
using Akka.Actor;

namespace ActorTune.Akka.Tests.Wire;

/// <summary>Two actor systems that reach each other over loopback.</summary>
public sealed class RemoteAddressTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Node _here = new("here");
    private readonly Node _there = new("there");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Fact]
    public async Task AnAsk_IsAnsweredFromAnotherNode()
    {
        IActorRef<ToWorker> worker = _here.Import(_there.SpawnWorker());

        RunningTrials reply = await _here.Host.Ask<ToWorker, RunningTrials>(
            worker,
            replyTo => List(_here, replyTo),
            Patience);

        Assert.Equal("there", reply.Worker.Name);
    }

    [Fact]
    public async Task AMappedAddress_TranslatesWhatAnotherNodeSends()
    {
        IActorRef<ToWorker> worker = _here.Import(_there.SpawnWorker());
        var heard = new TaskCompletionSource<string>();
        IActorRef<string> listener = _here.Host.Spawn("listener", () => new Listener(heard));

        worker.Tell(List(
            _here, listener.Map<RunningTrials, string>(said => $"{said.Worker} said it")));

        Assert.Equal("there said it", await heard.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task AWatch_TellsOfAnActorOnAnotherNode()
    {
        IActorRef<ToWorker> local = _there.SpawnWorker();
        IActorRef<ToWorker> worker = _here.Import(local);
        var heard = new TaskCompletionSource<string>();
        _here.Host.Spawn("watcher", () => new Listener(heard, worker));
        await _here.Host.Ask<ToWorker, RunningTrials>(
            worker,
            replyTo => List(_here, replyTo),
            Patience);

        _there.Host.Stop(local);

        Assert.Equal("gone", await heard.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task WhenStopped_OfAnActorElsewhere_SaysWhatToDoInstead()
    {
        IActorRef<ToWorker> worker = _here.Import(_there.SpawnWorker());

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => _here.Host.WhenStopped(worker));

        Assert.Contains("Watch it", error.Message, StringComparison.Ordinal);
    }

    private static ListTrials List(Node asker, IActorRef<RunningTrials> replyTo) => new(
        new StudyId("s"), new Epoch(1), replyTo, asker.Reports);

    private sealed class Node : IAsyncDisposable
    {
        private readonly AkkaSystem _system;

        public Node(string name)
        {
            _system = AkkaSystem.Create(name, TestSettings.Remote);
            Host = new AkkaActorHost(_system);
            Reports = Host.Spawn("reports", () => new Deaf());
        }

        public AkkaActorHost Host { get; }

        public IActorRef<FromWorker> Reports { get; }

        public IActorRef<ToWorker> SpawnWorker()
        {
            string name = _system.Name;
            return Host.Spawn("worker", () => new Worker(new WorkerId(name)));
        }

        /// <summary>An address as this node gets it when another one sends it.</summary>
        public IActorRef<ToWorker> Import(IActorRef<ToWorker> foreign)
        {
            var sender = new ProtocolSerializer(
                (ExtendedActorSystem)((ActorRefWithCell)((IAkkaActorRef)foreign).Target)
                    .Underlying.System);
            byte[] bytes = sender.ToBinary(new WorkerJoined(new WorkerId("w"), foreign, 1));
            var receiver = new ProtocolSerializer((ExtendedActorSystem)_system);
            return ((WorkerJoined)receiver.FromBinary(bytes, "worker-joined/1")).Address;
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await _system.Terminate();
            _system.Dispose();
        }
    }

    private sealed class Deaf : Actor<FromWorker>
    {
        protected override void Receive(FromWorker message)
        {
        }
    }

    private sealed class Worker(WorkerId name) : Actor<ToWorker>
    {
        protected override void Receive(ToWorker message)
        {
            if (message is ListTrials list)
                list.ReplyTo.Tell(new RunningTrials(name, []));
        }
    }

    private sealed class Listener(TaskCompletionSource<string> heard, IActorRef? watched = null)
        : Actor<string>
    {
        protected override void OnStarted()
        {
            if (watched is not null)
                Context.Watch(watched, "gone");
        }

        protected override void Receive(string message) => heard.TrySetResult(message);
    }
}
