using Word = ActorTune.Actors.Tests.Simulated.Gossip.Word;

namespace ActorTune.Actors.Tests.Simulated;

public sealed class SimulationFaultsTests
{
    [Fact]
    public void Crash_restarts_the_actor_after_its_backoff()
    {
        for (var seed = 0UL; seed < 100; seed++)
        {
            var host = new SimulatedActorHost(seed);
            var starts = new List<TimeSpan>();
            var actor = host.Spawn(
                "actor",
                () => new Starter(() => starts.Add(host.Clock.Elapsed)),
                new ActorOptions
                {
                    Supervision = new RestartStrategy { MinBackoff = TimeSpan.FromSeconds(1) },
                });
            host.RunUntilIdle();
            host.Crash(actor);
            host.AdvanceBy(TimeSpan.FromMinutes(1));
            Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(1)], starts);
        }
    }

    [Fact]
    public void OnHandling_an_exception_fails_the_actor_instead()
    {
        var failures = new List<ActorFailure>();
        var host = new SimulatedActorHost(1, Faulty(handling: delivery =>
            delivery.Receiver.Name == "actor" && Equals(delivery.Message, 2)
                ? new SimulatedCrashException(delivery.Receiver)
                : null));
        host.ActorFailed += failures.Add;
        var actor = host.Spawn("actor", () => new Starter(() => { }));
        actor.Tell(1);
        actor.Tell(2);
        host.RunUntilIdle();
        Assert.IsType<SimulatedCrashException>(Assert.Single(failures).Cause);
    }

    [Fact]
    public void Drop_loses_what_the_policy_names()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var (host, heard) = Gossip.Run(seed, Faulty(delivery =>
                delivery.Message is Word { Number: 2 } ? DeliveryFault.Drop : DeliveryFault.None));
            Assert.DoesNotContain(heard, word => word.Number == 2);
            Assert.Equal(Gossip.SenderCount * (Gossip.MessageCount - 1), heard.Count);
            Assert.Equal(Gossip.SenderCount, host.LastSteps.Count(
                step => step.Kind == SimulationStepKind.Dropped));
        }
    }

    [Fact]
    public void Duplicate_delivers_twice_in_order()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var (_, heard) = Gossip.Run(seed, Faulty(_ => DeliveryFault.Duplicate));
            var ofFirst = heard.Where(word => word.Sender == 0).Select(word => word.Number);
            Assert.Equal(
                Enumerable.Range(0, Gossip.MessageCount).SelectMany(i => new[] { i, i }), ofFirst);
        }
    }

    [Fact]
    public void DelayBy_holds_back_what_follows_from_the_same_sender()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var (host, heard) = Gossip.Run(seed, Faulty(delivery =>
                delivery.Message is Word { Sender: 0, Number: 3 }
                    ? DeliveryFault.DelayBy(TimeSpan.FromSeconds(1))
                    : DeliveryFault.None));
            Assert.Equal(3, heard.Count(word => word.Sender == 0));
            Assert.Equal(Gossip.MessageCount, heard.Count(word => word.Sender == 1));
            host.AdvanceBy(TimeSpan.FromSeconds(1));
            Assert.Equal(
                Enumerable.Range(0, Gossip.MessageCount),
                heard.Where(word => word.Sender == 0).Select(word => word.Number));
        }
    }

    [Fact]
    public void Chance_is_repeated_by_the_seed()
    {
        var options = Faulty(delivery =>
            delivery.Chance < 0.3 ? DeliveryFault.Drop : DeliveryFault.None);
        var counts = new HashSet<int>();
        for (var seed = 0UL; seed < 50; seed++)
        {
            var first = Gossip.Run(seed, options).Heard;
            Assert.Equal(first, Gossip.Run(seed, options).Heard);
            counts.Add(first.Count);
        }

        Assert.InRange(counts.Count, 3, 19);
    }

    [Fact]
    public void Restart_loses_waiting_messages_under_some_seeds_only()
    {
        var lossCount = 0;
        for (var seed = 0UL; seed < 100; seed++)
        {
            var host = new SimulatedActorHost(seed);
            var actor = host.Spawn("actor", () => new Starter(() => { }));
            actor.Tell(Starter.FailAfterTellingSelf);
            host.AdvanceBy(TimeSpan.FromMinutes(1));
            lossCount += (int)host.DeadLetterCount;
        }

        Assert.InRange(lossCount, 25, 75);
    }

    private static SimulationOptions Faulty(
        Func<SimulatedDelivery, DeliveryFault>? sent = null,
        Func<SimulatedDelivery, Exception?>? handling = null) =>
        new() { Faults = new Policy(sent, handling) };

    private sealed class Policy(
        Func<SimulatedDelivery, DeliveryFault>? sent,
        Func<SimulatedDelivery, Exception?>? handling) : SimulationFaults
    {
        public override DeliveryFault OnSent(in SimulatedDelivery delivery) =>
            sent?.Invoke(delivery) ?? DeliveryFault.None;

        public override Exception? OnHandling(in SimulatedDelivery delivery) =>
            handling?.Invoke(delivery);
    }

    private sealed class Starter(Action started) : Actor<int>
    {
        public const int FailAfterTellingSelf = -1;

        protected override void OnStarted() => started();

        protected override void Receive(int message)
        {
            if (message == FailAfterTellingSelf)
            {
                Context.Self.Tell(0);
                throw new SimulatedCrashException(Context.Self.Path);
            }
        }
    }
}
