using ActorTune.TestKit.Clocks;

namespace ActorTune.Actors.Tests;

public sealed class ManualTimeProviderTests
{
    [Fact]
    public async Task WhenTimersArmed_CodeOnAnotherThread_CanBeAwaitedAndThenAdvanced()
    {
        var clock = new ManualTimeProvider();
        var worker = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(5), clock);
            return clock.Elapsed;
        });
        await clock.WhenTimersArmed(1);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(5), await worker);
    }

    [Fact]
    public void WhenTimersArmed_EnoughAlready_IsComplete()
    {
        var clock = new ManualTimeProvider();
        Assert.True(clock.WhenTimersArmed(0).IsCompleted);
        using var timer = clock.CreateTimer(
            _ => { }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        Assert.True(clock.WhenTimersArmed(1).IsCompleted);
        Assert.False(clock.WhenTimersArmed(2).IsCompleted);
    }
}
