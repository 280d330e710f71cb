namespace ActorTune.Actors;

/// <summary>
/// A clock that stands still until it is moved, and then fires what is due in order of time and,
/// within an instant, of arming. Safe for many threads; callbacks run on the thread that moves it.
/// </summary>
public class VirtualTimeProvider : TimeProvider
{
    private const long NotArmed = VirtualTimer.NotArmed;

    private readonly Lock _gate = new();
    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> _queue = new();
    private readonly DateTimeOffset _start;
    private long _elapsedTicks;
    private long _order;
    private int _armedCount;

    /// <summary>Makes a clock that shows the start of the year 2000, UTC.</summary>
    public VirtualTimeProvider()
        : this(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Makes a clock.</summary>
    /// <param name="start">What it shows first.</param>
    public VirtualTimeProvider(DateTimeOffset start) => _start = start;

    /// <summary>How far the clock has moved since it was made.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _elapsedTicks));

    /// <summary>How many timers are armed.</summary>
    public int ArmedTimerCount => Volatile.Read(ref _armedCount);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => (_start + Elapsed).ToUniversalTime();

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _elapsedTicks);

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock and fires all timers that become due, those included that are armed
    /// by the callbacks of others.</summary>
    /// <param name="by">How far; not negative.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = Elapsed + by;
        while (TryFireNext(target))
        {
        }

        MoveTo(target);
    }

    /// <summary>Moves the clock to the next due timer and fires that one.</summary>
    /// <param name="limit">The <see cref="Elapsed"/> that the clock may not pass.</param>
    /// <returns>Whether a timer was due within the limit.</returns>
    public bool TryFireNext(TimeSpan limit)
    {
        VirtualTimer? timer;
        lock (_gate)
        {
            timer = TakeDue(limit.Ticks);
        }

        timer?.Fire();
        return timer is not null;
    }

    /// <summary>Moves the clock forward without firing; a time in the past changes nothing.
    /// </summary>
    internal void MoveTo(TimeSpan elapsed)
    {
        lock (_gate)
        {
            Interlocked.Exchange(ref _elapsedTicks, Math.Max(_elapsedTicks, elapsed.Ticks));
        }
    }

    /// <summary>Called after a timer was armed, on the thread that armed it.</summary>
    protected virtual void OnTimerArmed()
    {
    }

    internal bool Arm(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            Disarm(timer);
            timer.Period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            if (dueTime >= TimeSpan.Zero)
            {
                Enqueue(timer, _elapsedTicks + dueTime.Ticks);
            }
        }

        if (dueTime >= TimeSpan.Zero)
        {
            OnTimerArmed();
        }

        return true;
    }

    internal void Dispose(VirtualTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            Disarm(timer);
        }
    }

    private VirtualTimer? TakeDue(long limit)
    {
        while (_queue.TryPeek(out var timer, out var key))
        {
            if (timer.ArmedOrder != key.Order)
            {
                _queue.Dequeue();
                continue;
            }

            if (key.Due > limit)
            {
                return null;
            }

            _queue.Dequeue();
            Disarm(timer);
            Interlocked.Exchange(ref _elapsedTicks, Math.Max(_elapsedTicks, key.Due));
            if (timer.Period > TimeSpan.Zero)
            {
                Enqueue(timer, key.Due + timer.Period.Ticks);
            }

            return timer;
        }

        return null;
    }

    private void Enqueue(VirtualTimer timer, long due)
    {
        timer.ArmedOrder = ++_order;
        _armedCount++;
        _queue.Enqueue(timer, (due, timer.ArmedOrder));
        if (_queue.Count > (2 * _armedCount) + 64)
        {
            DropDisarmed();
        }
    }

    private void Disarm(VirtualTimer timer)
    {
        if (timer.ArmedOrder != NotArmed)
        {
            timer.ArmedOrder = NotArmed;
            _armedCount--;
        }
    }

    // Disarmed timers stay in the queue until they are due; a heartbeat that is renewed again and
    // again must not fill it.
    private void DropDisarmed()
    {
        var armed = _queue.UnorderedItems
            .Where(item => item.Element.ArmedOrder == item.Priority.Order)
            .ToArray();
        _queue.Clear();
        _queue.EnqueueRange(armed);
    }
}
