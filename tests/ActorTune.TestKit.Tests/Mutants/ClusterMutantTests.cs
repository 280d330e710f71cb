using ActorTune.Actors;
using ActorTune.Protocol;
using ActorTune.TestKit.Cluster;

namespace ActorTune.TestKit.Mutants;

/// <summary>
/// Known bugs that only faults bring to light are planted, and the sweep has to find each one and
/// to say how.
/// </summary>
public sealed class ClusterMutantTests
{
    [Fact]
    public void A_zombie_report_that_is_accepted_is_found()
    {
        SpecException found = Finds(
            Between(placement => new RelabelledReports().Between(placement)));

        Assert.Contains("an attempt speaks only for itself", found.Message);
        Assert.Contains("part-worker@", found.Message);
    }

    [Fact]
    public void An_enqueued_trial_that_is_started_twice_is_found()
    {
        ClusterSpec healthy = Sweeps.Of("asha");
        var sweep = new ClusterSpec
        {
            Specification = healthy.Specification,
            Curve = healthy.Curve,
            NewJournal = () => new ForgetfulJournal(),
        };
        SpecException found = Assert.Throws<SpecException>(
            () => sweep.Replay(1, FaultPlan.Parse("crash-study@20")));

        Assert.Contains("what a person enqueued is started once: 2 were enqueued", found.Message);
    }

    [Fact]
    public void A_slot_that_nobody_gets_is_found_although_the_others_are_busy()
    {
        SpecException found = Assert.Throws<SpecException>(
            () => Between(ForgottenSlot.Between).Measure());

        Assert.Contains("no slot stays free while a trial is due: slot 1 of", found.Message);
    }

    [Fact]
    public void The_network_fails_in_later_lives_of_the_cluster_as_well()
    {
        ClusterSpec sweep = Between(placement => new RenumberedReports().Between(placement));
        Assert.Equal(93, sweep.Measure().Messages);
        sweep.Replay(1, FaultPlan.Parse("stop-all@20"));

        // Of 93 messages the last twenty come long after the 20th of 92 events.
        Assert.Contains(Enumerable.Range(74, 20), message => IsFound(sweep, message));
    }

    private static bool IsFound(ClusterSpec sweep, int dropped)
    {
        try
        {
            sweep.Replay(1, FaultPlan.Parse($"stop-all@20 drop@{dropped}"));
            return false;
        }
        catch (SpecException)
        {
            return true;
        }
    }

    [Fact]
    public void A_double_promotion_is_found_without_any_fault()
    {
        ClusterSpec sweep = Sweeps.Of("own-halving", catalog: new OwnStrategies
        {
            Scheduler = study => new HastyHalving(study.Objective, [1, 3, 9], 3),
        });

        SpecException found = Assert.Throws<SpecException>(() => sweep.Measure());
        Assert.StartsWith("Broken without any fault:", found.Message);
    }

    private static ClusterSpec Between(
        Func<IActorRef<ToPlacement>, IActorRef<ToPlacement>> side)
    {
        ClusterSpec healthy = Sweeps.Of("asha");
        return new ClusterSpec
        {
            Specification = healthy.Specification,
            Curve = healthy.Curve,
            Command = healthy.Command,
            WorkerSide = side,
        };
    }

    // Every failure names the seed, the command and the shortest plan.
    private static SpecException Finds(ClusterSpec sweep)
    {
        SpecException found = Assert.Throws<SpecException>(() => sweep.Run(first: 1, count: 200));
        Assert.Contains("Seed ", found.Message);
        Assert.Contains("replay with: ", found.Message);
        Assert.Contains("Shortest faults that break a rule: '", found.Message);
        return found;
    }
}
