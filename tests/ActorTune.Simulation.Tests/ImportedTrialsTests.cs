using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.Simulation;

public sealed class ImportedTrialsTests
{
    [Theory]
    [InlineData("tpe", 1)]
    [InlineData("tpe", 4)]
    [InlineData("gp", 2)]
    [InlineData("cma-es", 2)]
    public void A_journal_with_imported_trials_is_verified_without_the_earlier_study(
        string sampler, int slots)
    {
        SimulationResult result = Run(sampler, slots, Earlier().Trials);
        VerificationReport report = StudyVerification.Run(result.Events);

        Assert.Equal(30, result.State.ImportedCount);
        Assert.Equal(30, result.Events.Count(entry => entry.Event is TrialImported));
        Assert.Empty(report.Problems);
        Assert.Equal(report.Decisions, report.Recomputed);
    }

    [Fact]
    public void They_are_no_trials_of_the_study_and_no_rung_knows_them()
    {
        SimulationResult result = Run("random", 1, Earlier().Trials);
        SimulationResult without = Run("random", 1, []);

        Assert.Equal(without.State.Trials.Count, result.State.Trials.Count);
        Assert.Equal(without.State.Scheduler.Rungs(), result.State.Scheduler.Rungs());
    }

    [Fact]
    public void A_suggestion_made_from_an_altered_quantile_is_reported()
    {
        List<JournalEntry> journal = [.. Run("tpe", 1, Earlier().Trials).Events];
        int at = journal.FindIndex(entry => entry.Event is TrialImported);
        var imported = (TrialImported)journal[at].Event;
        journal[at] = journal[at] with { Event = imported with { Quantile = 0.001 } };

        Assert.NotEmpty(StudyVerification.Run(journal).Problems);
    }

    private static EarlierTrials Earlier()
    {
        StudySpecification specification = Studies.Asha(30) with { Study = new StudyId("earlier") };
        StudyState state = StudySimulation.Run(specification, Studies.Falling()).State;
        return EarlierTrials.Find(state, specification.SearchSpace);
    }

    private static SimulationResult Run(
        string sampler, int slots, IReadOnlyList<TrialImported> imported) => StudySimulation.Run(
        Studies.Asha(20) with { Sampler = new StrategyOptions(sampler) },
        Studies.Falling(),
        new SimulationOptions { Slots = slots, Imported = imported });
}
