namespace ActorTune.Actors;

/// <summary>Brings code that awaits inside a simulation back into it, as a step of its own.
/// </summary>
internal sealed class SimulatedSynchronizationContext(SimulatedActorHost host)
    : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) =>
        host.AddContinuation(() => d(state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;
}
