namespace ActorTune.Hosting;

/// <summary>
/// The part that decides, for an owner who disposes it rather than an application that stops.
/// Disposing interrupts no trial: workers elsewhere train on, and whoever opens the studies next
/// adopts what they run.
/// </summary>
public interface IEngine : ITuner, IAsyncDisposable;
