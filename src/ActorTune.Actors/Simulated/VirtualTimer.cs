namespace ActorTune.Actors;

/// <summary>A timer of a <see cref="VirtualTimeProvider"/>, which guards its state.</summary>
internal sealed class VirtualTimer(
    VirtualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    public const long NotArmed = -1;

    /// <summary>The place of the current arming in the queue of the clock.</summary>
    public long ArmedOrder { get; set; } = NotArmed;

    public TimeSpan Period { get; set; } = Timeout.InfiniteTimeSpan;

    public bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Arm(this, dueTime, period);

    public void Dispose() => clock.Dispose(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Fire() => callback(state);
}
