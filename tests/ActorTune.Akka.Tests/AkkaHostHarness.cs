using ActorTune.TestKit;
using ActorTune.TestKit.Actors;
using ActorTune.TestKit.Clocks;

namespace ActorTune.Akka.Tests;

/// <summary>Drives an <see cref="AkkaActorHost"/> on a manual clock.</summary>
internal sealed class AkkaHostHarness : ActorHostHarness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ManualTimeProvider _clock = new();
    private readonly AkkaSystem _system = AkkaSystem.Create("spec", TestSettings.Quiet);
    private readonly AkkaActorHost _host;

    public AkkaHostHarness() =>
        _host = new AkkaActorHost(_system, new AkkaHostOptions { Time = _clock });

    public override IActorHost Host => _host;

    public override bool AcceptsManyThreads => true;

    public override void Advance(TimeSpan by) => _clock.Advance(by);

    public override async Task WaitAsync(Task task, Func<string> waitingFor)
    {
        Task first = await Task.WhenAny(task, Task.Delay(Patience));
        if (first != task)
            throw new SpecException($"Waited {Patience} in vain for {waitingFor()}.");
    }

    public override async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _system.Terminate();
        _system.Dispose();
    }
}
