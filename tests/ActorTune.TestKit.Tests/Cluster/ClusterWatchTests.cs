using ActorTune.Journal;
using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Cluster;

/// <summary>A rule that the engine's own worker does not let a test break.</summary>
public sealed class ClusterWatchTests
{
    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "what a program reported before its own end counts: report 3 of 0#1, which "
        + "returned after 3, is not in the journal")]
    public void What_a_program_reported_before_its_own_end_counts(long reports, string? violation)
    {
        var journal = new InMemoryStudyJournal();
        StudySpecification study = OwnStudies.Of() with
        {
            Scheduler = new StrategyOptions("run-to-completion"),
            Stop = new StopConditions { Trials = 1 },
        };
        SimulatedCluster.Start(journal, study, new ScriptedProgramRunner((_, resource) =>
            new ScriptedStep(0.5, resource > 2 ? AttemptEnd.Returned : null))).Run();
        var watch = new ClusterWatch(StandardStrategies.Instance);
        watch.Return(new AttemptId(new TrialNumber(0), 1), reports);

        foreach (JournalEntry entry in SimulatedCluster.Read(journal, study.Study))
        {
            if (entry.Event is MeasurementReported said)
                watch.Speak(said.Attempt, said.Report, said.Resource.Units, 0.5);
            watch.Committed([entry]);
        }

        Assert.Equal(violation, watch.Violation);
    }
}
