using ActorTune.Journal;
using ActorTune.Simulation;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.TestKit.Cluster;

namespace ActorTune.Coordinator;

/// <summary>Schedules of faults that once broke a rule, each the shortest that did.</summary>
public sealed class RecoveryFaultTests
{
    [Theory]
    // A report that followed one lost with its append was taken in, and acknowledged both.
    [InlineData("asha", 2, "fail-append@33")]
    [InlineData("median", 1, "fill-disk@29:2")]
    // What was begun after a worker was asked for its attempts was held to be lost.
    [InlineData("median", 16, "crash-study@2")]
    [InlineData("successive-halving", 15, "jump-clock@16:350 fail-append@34")]
    // What was decided before a worker was heard of was never told to it.
    [InlineData("median", 60, "part-worker@61 fill-disk@48:2")]
    // The answer to an old attempt went to the worker of the latest one.
    [InlineData(
        "successive-halving",
        40,
        "fail-append@11 lose-answer@7 drop@42 fill-disk@27:1 crash-study@9")]
    // A slot that was offered to an earlier instance was taken for the present one's.
    [InlineData("asha", 153, "jump-clock@19:2595 crash-study@21 crash-worker@5")]
    [InlineData("asha", 278, "fail-append@5 stop-all@5")]
    public void A_schedule_that_once_broke_a_rule_breaks_none(
        string scheduler, ulong seed, string plan)
    {
        StudySpecification study = Studies.Small(scheduler);
        var sweep = new ClusterSpec
        {
            Specification = study with
            {
                Program = study.Program with { SilenceLimit = TimeSpan.FromSeconds(60) },
                Failures = new FailurePolicy { AbortWhenFirstAllFail = 0 },
            },
            Curve = (launch, resource) =>
                launch.Configuration["x"].AsDouble() + 1.0 / resource,
            Workers = scheduler == "median" ? 3 : 2,
            SlotsPerWorker = scheduler == "median" ? 1 : 2,
        };

        sweep.Replay(seed, FaultPlan.Parse(plan));
    }

    [Fact]
    public async Task Attempts_of_a_worker_that_never_comes_back_are_lost_after_the_lease()
    {
        await using var journal = new InMemoryStudyJournal();
        StudySpecification study = Studies.Small();
        var first = SimulatedCluster.Start(
            journal, study, Studies.Falling(), new SimulatedClusterOptions { Workers = 2 });
        first.Run(until: () => Count<AttemptStarted>(journal, study) == 2);

        var second = SimulatedCluster.Start(journal, study, Studies.Falling());
        Assert.True(second.Run(), second.Host.FormatTrace());

        Assert.Equal(1, Count<AttemptLost>(journal, study));
        Assert.Equal(0, Count<TrialFailed>(journal, study));
        Assert.Empty(StudyVerification.Run(
            SimulatedCluster.Read(journal, study.Study)).Problems);
    }

    private static int Count<TEvent>(IStudyJournal journal, StudySpecification study) =>
        SimulatedCluster.Read(journal, study.Study).Count(entry => entry.Event is TEvent);
}
