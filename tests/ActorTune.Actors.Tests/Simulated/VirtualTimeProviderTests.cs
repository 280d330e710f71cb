namespace ActorTune.Actors.Tests.Simulated;

public sealed class VirtualTimeProviderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Advance_FiresInOrderOfTimeThenOfArming()
    {
        var clock = new VirtualTimeProvider();
        var fired = new List<string>();
        Arm(clock, "late", 2 * Second, fired);
        Arm(clock, "first", Second, fired);
        Arm(clock, "second", Second, fired);
        clock.Advance(2 * Second);
        Assert.Equal(["first 1", "second 1", "late 2"], fired);
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresAtEachPeriod()
    {
        var clock = new VirtualTimeProvider();
        var times = new List<double>();
        using var timer = clock.CreateTimer(
            _ => times.Add(clock.Elapsed.TotalSeconds), null, Second, 2 * Second);
        clock.Advance(6 * Second);
        Assert.Equal([1, 3, 5], times);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advance(60 * Second);
        Assert.Equal(3, times.Count);
    }

    [Fact]
    public void Advance_TimerArmedByACallback_FiresInTheSameAdvance()
    {
        var clock = new VirtualTimeProvider();
        var fired = new List<string>();
        using var timer = clock.CreateTimer(
            _ => Arm(clock, "inner", Second, fired), null, Second, Timeout.InfiniteTimeSpan);
        clock.Advance(5 * Second);
        Assert.Equal(["inner 2"], fired);
        Assert.Equal(5 * Second, clock.Elapsed);
    }

    [Fact]
    public void Dispose_ArmedTimer_NeverFiresAndCannotBeArmedAgain()
    {
        var clock = new VirtualTimeProvider();
        var count = 0;
        var timer = clock.CreateTimer(_ => count++, null, Second, Second);
        Assert.Equal(1, clock.ArmedTimerCount);
        timer.Dispose();
        Assert.Equal(0, clock.ArmedTimerCount);
        Assert.False(timer.Change(Second, Second));
        clock.Advance(10 * Second);
        Assert.Equal(0, count);
    }

    [Fact]
    public void Change_RepeatedOften_KeepsOneArming()
    {
        var clock = new VirtualTimeProvider();
        var count = 0;
        using var timer = clock.CreateTimer(_ => count++, null, Second, Timeout.InfiniteTimeSpan);
        for (var i = 0; i < 10_000; i++)
        {
            timer.Change(2 * Second, Timeout.InfiniteTimeSpan);
        }

        Assert.Equal(1, clock.ArmedTimerCount);
        clock.Advance(2 * Second);
        Assert.Equal(1, count);
    }

    [Fact]
    public void Timestamps_MeasureTheAdvance()
    {
        var clock = new VirtualTimeProvider();
        var start = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromMilliseconds(1234));
        Assert.Equal(TimeSpan.FromMilliseconds(1234), clock.GetElapsedTime(start));
    }

    private static void Arm(
        VirtualTimeProvider clock, string name, TimeSpan due, List<string> fired) =>
        clock.CreateTimer(
            _ => fired.Add(FormattableString.Invariant($"{name} {clock.Elapsed.TotalSeconds}")),
            null,
            due,
            Timeout.InfiniteTimeSpan);
}
