using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.Simulation;

public sealed class StudyVerificationTests
{
    private static IReadOnlyList<JournalEntry> Journal(int slots) => StudySimulation.Run(
        Studies.Asha(30), Studies.Falling(), new SimulationOptions { Slots = slots }).Events;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Every_decision_of_a_journal_is_recomputed_equal(int slots)
    {
        VerificationReport report = StudyVerification.Run(Journal(slots));

        Assert.Empty(report.Problems);
        Assert.True(report.Decisions > 60);
        Assert.Equal(report.Decisions, report.Recomputed);
    }

    [Fact]
    public void One_altered_decision_is_reported_with_its_sequence_number()
    {
        List<JournalEntry> journal = [.. Journal(3)];
        int at = journal.FindIndex(entry => entry.Event is TrialPaused);
        var paused = (TrialPaused)journal[at].Event;
        journal[at] = journal[at] with { Event = new TrialStopped(paused.Trial, paused.Reason) };

        VerificationReport report = StudyVerification.Run(journal);

        Assert.Equal(journal[at].Sequence, report.Problems[0].Sequence);
    }

    [Fact]
    public void Every_single_decision_is_guarded()
    {
        IReadOnlyList<JournalEntry> journal = Journal(3);
        for (int i = 0; i < journal.Count; i++)
        {
            if (journal[i].Event is not StudyDecision)
                continue;
            List<JournalEntry> altered = [.. journal];
            altered[i] = altered[i] with { Event = new SamplerExhausted(SequenceNumber.None) };
            VerificationReport report = StudyVerification.Run(altered);
            Assert.Contains(report.Problems, problem => problem.Sequence == journal[i].Sequence);
        }
    }
}
