using ActorTune.Journal;
using ActorTune.Simulation;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.TestKit.Cluster;

namespace ActorTune.Coordinator;

public sealed class StudyActorTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(3, 2)]
    public async Task A_study_runs_to_its_end_and_every_decision_verifies(int workers, int slots)
    {
        await using var journal = new InMemoryStudyJournal();
        StudySpecification study = Studies.Small();
        var cluster = SimulatedCluster.Start(
            journal,
            study,
            Studies.Falling(),
            new SimulatedClusterOptions { Workers = workers, SlotsPerWorker = slots });

        Assert.True(cluster.Run(), cluster.Host.FormatTrace());

        Assert.True(cluster.Outcome.IsFinished);
        VerificationReport report = StudyVerification.Run(
            SimulatedCluster.Read(journal, study.Study));
        Assert.Empty(report.Problems);
        Assert.Equal(report.Decisions, report.Recomputed);
    }

    [Fact]
    public async Task With_one_slot_every_interleaving_gives_one_journal()
    {
        string? first = null;
        for (ulong seed = 1; seed <= 20; seed++)
        {
            await using var journal = new InMemoryStudyJournal();
            StudySpecification study = Studies.Small();
            var cluster = SimulatedCluster.Start(
                journal,
                study,
                Studies.Falling(),
                new SimulatedClusterOptions { Seed = seed });
            Assert.True(cluster.Run(), cluster.Host.FormatTrace());
            string text = string.Join(
                "\n",
                SimulatedCluster.Read(journal, study.Study).Skip(1)
                    .Select(entry => entry.Event.ToString()));
            first ??= text;
            Assert.Equal(first, text);
        }
    }

    [Fact]
    public async Task An_ended_study_goes_on_under_stop_conditions_given_when_it_is_opened()
    {
        await using var journal = new InMemoryStudyJournal();
        StudySpecification study = Studies.Small(trials: 3);
        Assert.True(SimulatedCluster.Start(journal, study, Studies.Falling()).Run());

        var again = SimulatedCluster.Start(
            journal,
            study,
            Studies.Falling(),
            new SimulatedClusterOptions { ChangedStop = new StopConditions { Trials = 6 } });
        Assert.True(again.Run(), again.Host.FormatTrace());

        IReadOnlyList<JournalEntry> entries = SimulatedCluster.Read(journal, study.Study);
        Assert.Equal(6, entries.Count(entry => entry.Event is TrialSuggested));
        Assert.Empty(StudyVerification.Run(entries).Problems);
    }
}
