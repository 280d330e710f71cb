using ActorTune.Journal;
using ActorTune.Simulation;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.TestKit.Cluster;
using ActorTune.Trials;

namespace ActorTune.Coordinator;

/// <summary>Strict studies on actors.</summary>
public sealed class StrictStudyTests
{
    private static readonly StudySpecification Strict = Studies.Small() with
    {
        Program = new ProgramSpecification
        {
            Function = "scripted",
            Resumes = true,
            SilenceLimit = TimeSpan.FromMinutes(1),
        },
        Strict = new StrictMode(3),
    };

    [Fact]
    public async Task However_many_workers_and_whatever_the_interleaving_the_decisions_are_one()
    {
        var hashes = new HashSet<string>();
        foreach ((int workers, int slots) in new[] { (1, 1), (1, 2), (1, 3), (3, 2), (4, 4) })
        {
            for (ulong seed = 1; seed <= 5; seed++)
            {
                await using var journal = new InMemoryStudyJournal();
                Run(journal, Studies.Falling(), seed, workers, slots);
                hashes.Add(Hash(journal));
            }
        }

        Assert.Single(hashes);
    }

    [Fact]
    public async Task A_study_is_held_when_a_trial_is_disturbed_too_often_and_goes_on_later()
    {
        await using var journal = new InMemoryStudyJournal();
        SimulatedCluster held = Run(
            journal,
            new ScriptedProgramRunner((launch, resource) => new ScriptedStep(
                1.0 / resource,
                launch.Attempt.Trial == new TrialNumber(1) ? AttemptEnd.OutOfMemory : null)));

        Assert.False(held.Outcome.IsFinished);
        Assert.StartsWith("trial 1 ran out of memory 2 times", held.Outcome.HeldReason);

        SimulatedCluster whole = Run(journal, Studies.Falling());
        Assert.True(whole.Outcome.IsFinished);
        Assert.DoesNotContain(
            SimulatedCluster.Read(journal, Strict.Study), entry => entry.Event is TrialFailed);
        Assert.Empty(StudyVerification.Run(
            SimulatedCluster.Read(journal, Strict.Study)).Problems);
    }

    [Fact]
    public async Task A_study_that_ended_goes_on_in_its_order_when_its_end_is_moved()
    {
        var hashes = new HashSet<string>();
        foreach (int slots in new[] { 1, 4 })
        {
            await using var journal = new InMemoryStudyJournal();
            Run(journal, Studies.Falling(), slots: slots);
            Run(
                journal,
                Studies.Falling(),
                slots: 5 - slots,
                changed: new StopConditions { Trials = 15 });
            hashes.Add(Hash(journal));
        }

        Assert.Single(hashes);
    }

    [Fact]
    public async Task Killed_after_any_event_it_decides_the_same()
    {
        await using var undisturbed = new InMemoryStudyJournal();
        Run(undisturbed, Studies.Falling());
        int events = SimulatedCluster.Read(undisturbed, Strict.Study).Count;
        for (int kill = 1; kill < events; kill++)
        {
            await using var journal = new InMemoryStudyJournal();
            long seen = 0;
            SimulatedCluster
                .Start(journal, Strict, Studies.Falling(), new SimulatedClusterOptions
                {
                    Seed = (ulong)kill,
                    SlotsPerWorker = 1 + kill % 4,
                    Committed = entries => seen = entries[^1].Sequence.Value,
                })
                .Run(() => seen >= kill);
            Run(journal, Studies.Falling(), slots: 1 + kill % 5);
            Assert.True(Hash(undisturbed) == Hash(journal), $"killed after event {kill}");
        }
    }

    private static string Hash(InMemoryStudyJournal journal) =>
        DecisionLog.Of(SimulatedCluster.Read(journal, Strict.Study)).Hash;

    private static SimulatedCluster Run(
        InMemoryStudyJournal journal,
        ScriptedProgramRunner runner,
        ulong seed = 1,
        int workers = 1,
        int slots = 3,
        StopConditions? changed = null)
    {
        SimulatedCluster cluster = SimulatedCluster.Start(
            journal,
            Strict,
            runner,
            new SimulatedClusterOptions
            {
                Seed = seed,
                Workers = workers,
                SlotsPerWorker = slots,
                ChangedStop = changed,
            });
        Assert.True(cluster.Run(), cluster.Host.FormatTrace());
        return cluster;
    }
}
