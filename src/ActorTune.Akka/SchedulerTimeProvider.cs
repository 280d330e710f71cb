using Akka.Actor;

namespace ActorTune.Akka;

/// <summary>
/// The time of an actor system's scheduler. Given to <see cref="AkkaHostOptions.Time"/>, the
/// virtual clock of Akka.TestKit's TestScheduler is that of our actors too: leases, limits and
/// backoff are over only when a test advances it.
/// </summary>
/// <param name="scheduler">The scheduler; all time is its <see cref="ITimeProvider.Now"/>.</param>
public sealed class SchedulerTimeProvider(IScheduler scheduler) : TimeProvider
{
    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => scheduler.Now.ToUniversalTime();

    /// <inheritdoc/>
    public override long GetTimestamp() => scheduler.Now.UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new Timer(scheduler.Advanced, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    // A scheduler may go on with an action that was cancelled, as the TestScheduler does: what is
    // not pending any more does nothing.
    private sealed class Timer(IActionScheduler scheduler, Action elapsed) : ITimer
    {
        private readonly Lock _gate = new();
        private Cancelable? _pending;
        private TimeSpan _period;
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                if (_isDisposed)
                    return false;
                _period = period;
                Schedule(dueTime);
                return true;
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _isDisposed = true;
                _pending?.Cancel();
                _pending?.Dispose();
                _pending = null;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Schedule(TimeSpan after)
        {
            _pending?.Cancel();
            _pending?.Dispose();
            _pending = null;
            if (after < TimeSpan.Zero)
                return;
            var next = new Cancelable(scheduler);
            _pending = next;
            scheduler.ScheduleOnce(after, () => OnElapsed(next), next);
        }

        private void OnElapsed(Cancelable due)
        {
            lock (_gate)
            {
                if (due != _pending)
                    return;
                Schedule(
                    _period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan);
            }

            elapsed();
        }
    }
}
