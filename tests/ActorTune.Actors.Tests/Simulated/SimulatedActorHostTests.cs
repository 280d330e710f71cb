namespace ActorTune.Actors.Tests.Simulated;

public sealed class SimulatedActorHostTests
{
    [Fact]
    public void Same_seed_gives_the_same_trace()
    {
        for (var seed = 0UL; seed < 100; seed++)
        {
            var (first, firstHeard) = Gossip.Run(seed);
            var (second, secondHeard) = Gossip.Run(seed);
            Assert.Equal(firstHeard, secondHeard);
            Assert.Equal(first.TraceHash, second.TraceHash);
            Assert.Equal(first.FormatTrace(), second.FormatTrace());
        }
    }

    [Fact]
    public void Different_seeds_give_different_interleavings()
    {
        var interleavings = new HashSet<string>();
        for (var seed = 0UL; seed < 200; seed++)
        {
            interleavings.Add(string.Join(' ', Gossip.Run(seed).Heard));
        }

        // There are 17 million orders, so repeats among 200 draws are rare.
        Assert.InRange(interleavings.Count, 190, 200);
    }

    [Fact]
    public void Order_of_each_pair_holds_over_a_thousand_seeds()
    {
        for (var seed = 0UL; seed < 1_000; seed++)
        {
            var (host, heard) = Gossip.Run(seed);
            for (var sender = 0; sender < Gossip.SenderCount; sender++)
            {
                var numbers = heard
                    .Where(word => word.Sender == sender)
                    .Select(word => word.Number);
                Assert.True(
                    numbers.SequenceEqual(Enumerable.Range(0, Gossip.MessageCount)),
                    $"sender {sender}: {string.Join(' ', heard)} {host.FormatTrace()}");
            }
        }
    }

    [Fact]
    public void Step_MakesOneStepAtATime()
    {
        var host = new SimulatedActorHost(1);
        host.Spawn("actor", () => new Echo([]));
        Assert.Equal(0, host.StepCount);
        Assert.True(host.Step());
        Assert.Equal(1, host.StepCount);
        Assert.False(host.Step());
    }

    [Fact]
    public void AdvanceBy_MovesTheClockByThatMuch()
    {
        var host = new SimulatedActorHost(1);
        var start = host.Time.GetUtcNow();
        host.AdvanceBy(TimeSpan.FromDays(3));
        Assert.Equal(TimeSpan.FromDays(3), host.Time.GetUtcNow() - start);
        Assert.Throws<ArgumentOutOfRangeException>(() => host.AdvanceBy(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void RunUntil_StopsTheClockWhereTheConditionHolds()
    {
        var host = new SimulatedActorHost(1);
        var heard = new List<string>();
        var actor = host.Spawn("actor", () => new Echo(heard));
        actor.Tell("in 5 s");
        Assert.True(host.RunUntil(() => heard.Count == 2, TimeSpan.FromMinutes(1)));
        Assert.Equal(TimeSpan.FromSeconds(5), host.Clock.Elapsed);
        Assert.False(host.RunUntil(() => heard.Count == 3, TimeSpan.FromMinutes(1)));
        Assert.Equal(TimeSpan.FromSeconds(65), host.Clock.Elapsed);
    }

    [Fact]
    public void RunUntilIdle_EndlessChatter_StopsAtTheLimitWithATrace()
    {
        var host = new SimulatedActorHost(7, new SimulationOptions { StepLimit = 100 });
        host.Spawn("loop", () => new Loop());
        var error = Assert.Throws<InvalidOperationException>(host.RunUntilIdle);
        Assert.Contains("seed 7", error.Message, StringComparison.Ordinal);
        Assert.Contains("/loop", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunUntilIdle_FromInsideAStep_IsRefused()
    {
        var host = new SimulatedActorHost(1);
        InvalidOperationException? error = null;
        host.Schedule(() => error = Assert.Throws<InvalidOperationException>(host.RunUntilIdle));
        host.RunUntilIdle();
        Assert.Contains("from inside one of its steps", error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LastSteps_KeepsOnlyTheLast()
    {
        var (host, _) = Gossip.Run(1, new SimulationOptions { TraceLength = 5 });
        Assert.Equal(
            Enumerable.Range(0, 5).Select(i => host.StepCount - 4 + i),
            host.LastSteps.Select(step => step.Number));
    }

    [Fact]
    public void RunUntilIdle_AllHandled_LeavesNothingReady()
    {
        var (host, heard) = Gossip.Run(3);
        Assert.Equal(Gossip.SenderCount * Gossip.MessageCount, heard.Count);
        Assert.Equal(0, host.ReadySet.Count);
    }

    private sealed class Echo(List<string> heard) : Actor<string>
    {
        protected override void Receive(string message)
        {
            heard.Add(message);
            if (message == "in 5 s")
            {
                Context.StartTimer("echo", TimeSpan.FromSeconds(5), "echo");
            }
        }
    }

    private sealed class Loop : Actor<int>
    {
        protected override void OnStarted() => Context.Self.Tell(0);

        protected override void Receive(int message) => Context.Self.Tell(message);
    }
}
