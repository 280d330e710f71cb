using ActorTune.Actors;

namespace ActorTune.TestKit.Clocks;

/// <summary>
/// A clock that a test moves by hand, for code that runs on other threads: the test waits until a
/// timer is armed, then advances, and so needs no sleep. Callbacks run on the advancing thread.
/// </summary>
public sealed class ManualTimeProvider : VirtualTimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];

    /// <summary>Makes a clock that shows the start of the year 2000, UTC.</summary>
    public ManualTimeProvider()
    {
    }

    /// <summary>Makes a clock.</summary>
    /// <param name="start">What it shows first.</param>
    public ManualTimeProvider(DateTimeOffset start)
        : base(start)
    {
    }

    /// <summary>Completes when at least so many timers are armed at once.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The completion.</returns>
    public Task WhenTimersArmed(int count)
    {
        lock (_gate)
        {
            if (ArmedTimerCount >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(
                TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task;
        }
    }

    /// <inheritdoc/>
    protected override void OnTimerArmed()
    {
        lock (_gate)
        {
            var armed = ArmedTimerCount;
            foreach (var (count, reached) in _waiting)
            {
                if (armed >= count)
                {
                    reached.TrySetResult();
                }
            }

            _waiting.RemoveAll(waiting => waiting.Reached.Task.IsCompleted);
        }
    }
}
