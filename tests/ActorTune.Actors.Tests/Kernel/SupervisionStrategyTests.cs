namespace ActorTune.Actors.Tests.Kernel;

public sealed class SupervisionStrategyTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 200)]
    [InlineData(6, 6_400)]
    [InlineData(7, 10_000)]
    [InlineData(int.MaxValue, 10_000)]
    public void BackoffOf_Defaults_DoublesUpToTenSeconds(int restartIndex, int milliseconds) =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(milliseconds),
            new RestartStrategy().BackoffOf(restartIndex));

    [Fact]
    public void BackoffOf_ZeroMinimum_IsZeroAlways()
    {
        var strategy = new RestartStrategy { MinBackoff = TimeSpan.Zero };
        Assert.Equal(TimeSpan.Zero, strategy.BackoffOf(int.MaxValue));
    }

    [Fact]
    public void OnFailure_BelowTheResetTime_CountsOn()
    {
        var strategy = new RestartStrategy { MaxRestarts = 1, OnLimit = RestartLimitAction.Stop };
        var row = new RestartRow(strategy);
        var shortRun = strategy.ResetAfter - TimeSpan.FromTicks(1);
        Assert.Equal(ActorFailureOutcome.Restart, row.OnFailure(shortRun).Outcome);
        Assert.Equal(ActorFailureOutcome.Stop, row.OnFailure(shortRun).Outcome);
        Assert.Equal(ActorFailureOutcome.Restart, row.OnFailure(strategy.ResetAfter).Outcome);
    }

    [Fact]
    public void Options_RefuseWhatHasNoMeaning()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new RestartStrategy { MinBackoff = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestartStrategy { MaxRestarts = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MailboxOptions { DataCapacity = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChannelHostOptions { Throughput = 0 });
    }
}
