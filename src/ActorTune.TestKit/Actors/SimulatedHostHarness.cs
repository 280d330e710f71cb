using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <summary>Drives a <see cref="SimulatedActorHost"/>.</summary>
public sealed class SimulatedHostHarness : ActorHostHarness
{
    private readonly SimulatedActorHost _host;

    /// <summary>Makes a host.</summary>
    /// <param name="seed">Chooses the interleaving.</param>
    public SimulatedHostHarness(ulong seed) => _host = new SimulatedActorHost(seed);

    /// <inheritdoc/>
    public override IActorHost Host => _host;

    /// <inheritdoc/>
    public override bool AcceptsManyThreads => false;

    /// <inheritdoc/>
    public override void Advance(TimeSpan by) => _host.AdvanceBy(by);

    /// <inheritdoc/>
    public override void Complete(Action action) => _host.Schedule(action);

    /// <inheritdoc/>
    public override Task WaitAsync(Task task, Func<string> waitingFor)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(waitingFor);
        _host.RunUntil(() => task.IsCompleted, TimeSpan.Zero);
        return task.IsCompleted
            ? Task.CompletedTask
            : throw new SpecException(
                $"No step is possible any more, but there was no {waitingFor()}.");
    }

    /// <inheritdoc/>
    public override string Describe() => _host.FormatTrace();

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _host.DisposeAsync();
}
