using ActorTune.Actors;
using BenchmarkDotNet.Attributes;

namespace ActorTune.Bench.Speed;

/// <summary>Messages through the actor kernel on the thread pool.</summary>
[MemoryDiagnoser]
public class KernelMessages
{
    private const int Count = 1_000_000;

    private ChannelActorHost _host = null!;
    private TaskCompletionSource _done = new();
    private IActorRef<int> _counter = null!;

    /// <summary>Starts the host.</summary>
    [GlobalSetup]
    public void Start()
    {
        _host = new ChannelActorHost();
        _counter = _host.Spawn("counter", () => new Counter(this));
    }

    /// <summary>Stops it.</summary>
    [GlobalCleanup]
    public Task StopAsync() => _host.StopAsync();

    /// <summary>One sender, one receiver.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public async Task OneToOne()
    {
        _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (int i = Count; i > 0; i--)
            _counter.Tell(i);
        await _done.Task.ConfigureAwait(false);
    }

    private sealed class Counter(KernelMessages bench) : Actor<int>
    {
        protected override void Receive(int message)
        {
            if (message == 1)
                bench._done.SetResult();
        }
    }
}
