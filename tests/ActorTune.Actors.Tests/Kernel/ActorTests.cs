namespace ActorTune.Actors.Tests.Kernel;

public sealed class ActorTests
{
    [Fact]
    public async Task Context_InTheConstructor_SaysWhereToMoveTheCode()
    {
        var host = new SimulatedActorHost(1);
        host.Spawn(
            "eager",
            () => new Eager(),
            new ActorOptions { Supervision = SupervisionStrategy.Escalate });
        host.RunUntilIdle();
        Assert.True(host.RootFailure.IsCompletedSuccessfully);
        var failure = await host.RootFailure;
        Assert.Contains("OnStarted", failure.Cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spawn_FactoryReturnsNull_FailsTheActor()
    {
        var host = new SimulatedActorHost(1);
        var failures = new List<ActorFailure>();
        host.ActorFailed += failures.Add;
        host.Spawn<int>("none", () => null!);
        host.RunUntilIdle();
        Assert.Contains("returned null", failures[0].Cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_AddressOfAnotherHost_IsRefused()
    {
        var host = new SimulatedActorHost(1);
        var stranger = new SimulatedActorHost(2).Spawn("stranger", () => new Idle());
        Assert.Throws<ArgumentException>(() => host.Stop(stranger));
        await Assert.ThrowsAsync<ArgumentException>(() => host.WhenStopped(stranger));
    }

    [Fact]
    public void Restart_WithoutBackoffAndWithoutEnd_LetsOthersRun()
    {
        var host = new SimulatedActorHost(1, new SimulationOptions { StepLimit = 10_000 });
        host.Spawn<int>(
            "hopeless",
            () => throw new InvalidOperationException("never starts"),
            new ActorOptions
            {
                Supervision = new RestartStrategy
                {
                    MinBackoff = TimeSpan.Zero,
                    MaxRestarts = int.MaxValue,
                },
            });
        var other = host.Spawn("other", () => new Idle());
        var isServed = host.RunUntil(
            () => host.LastSteps.Any(step => step.Receiver == other.Path), TimeSpan.Zero);
        Assert.True(isServed);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(50L * 24 * 3600)]
    public void StartTimer_DelayOutOfRange_NamesTheTimer(long seconds)
    {
        var host = new SimulatedActorHost(1);
        var failures = new List<ActorFailure>();
        host.ActorFailed += failures.Add;
        host.Spawn("actor", () => new TimerStarter(TimeSpan.FromSeconds(seconds)));
        host.RunUntilIdle();
        var error = Assert.IsType<ArgumentOutOfRangeException>(failures[0].Cause);
        Assert.Contains("'lease'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PipeResult_Value_OfAFailure_KeepsTheError()
    {
        var cause = new InvalidOperationException("disk full");
        var result = PipeResult<int>.Failure(cause);
        Assert.False(result.IsSuccess);
        var error = Assert.Throws<InvalidOperationException>(() => result.Value);
        Assert.Same(cause, error.InnerException);
    }

    private sealed class Idle : Actor<int>
    {
        protected override void Receive(int message)
        {
        }
    }

    private sealed class Eager : Actor<int>
    {
        public Eager() => Context.Self.Tell(1);

        protected override void Receive(int message)
        {
        }
    }

    private sealed class TimerStarter(TimeSpan delay) : Actor<int>
    {
        protected override void OnStarted() => Context.StartTimer("lease", delay, 1);

        protected override void Receive(int message)
        {
        }
    }
}
