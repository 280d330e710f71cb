using ActorTune.Actors;
using ActorTune.TestKit.Clocks;

namespace ActorTune.TestKit.Actors;

/// <summary>Drives a <see cref="ChannelActorHost"/> on a manual clock.</summary>
public sealed class ChannelHostHarness : ActorHostHarness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ManualTimeProvider _clock = new();
    private readonly ChannelActorHost _host;

    /// <summary>Makes a host.</summary>
    /// <param name="throughput">How many messages an actor handles in a row; small numbers make
    /// actors take turns more often.</param>
    public ChannelHostHarness(int throughput = 100) => _host = new ChannelActorHost(
        new ChannelHostOptions { Time = _clock, Throughput = throughput });

    /// <inheritdoc/>
    public override IActorHost Host => _host;

    /// <inheritdoc/>
    public override bool AcceptsManyThreads => true;

    /// <inheritdoc/>
    public override void Advance(TimeSpan by) => _clock.Advance(by);

    /// <inheritdoc/>
    public override async Task WaitAsync(Task task, Func<string> waitingFor)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(waitingFor);
        var first = await Task.WhenAny(task, Task.Delay(Patience)).ConfigureAwait(false);
        if (first != task)
        {
            throw new SpecException($"Waited {Patience} in vain for {waitingFor()}.");
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _host.DisposeAsync();
}
