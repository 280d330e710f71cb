using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Engine;

/// <summary>Trials that start from another trial's checkpoint.</summary>
public sealed class ChildTrialTests
{
    private static readonly StudySpecification Pair = Studies.Asha(9) with
    {
        Scheduler = new StrategyOptions("pbt")
            .With("population", ParameterValue.Of(2L)).With("interval", ParameterValue.Of(3L)),
    };

    [Fact]
    public void A_child_starts_from_its_donors_checkpoint()
    {
        EngineScript script = Fork(out IReadOnlyList<StudyEffect> effects);
        Checkpoint donors = Named(0, 3);
        BeginAttempt begun = effects.OfType<BeginAttempt>().Single();
        TrialState child = script.State.Trials[2];

        Assert.Equal(donors, begun.From);
        Assert.Equal(new Resource(6), begun.Until);
        Assert.Equal(new TrialParent(new TrialNumber(0), new Resource(3)), child.Parent);
        Assert.Equal(new Resource(3), child.AttemptResource);
        Assert.Equal(donors, child.Checkpoint);
        Assert.Contains(new DropCheckpoint(Named(1, 3), new WorkerId("w")), effects);
        Assert.Equal(6, script.State.SpentResource);
        script.Report(2, 6, 1);
        Assert.Equal(9, script.State.SpentResource);
    }

    [Fact]
    public void A_donors_checkpoint_is_kept_until_its_child_has_one()
    {
        EngineScript script = Fork(out _);
        Assert.Empty(Save(script, 0, 6, 0.5).OfType<DropCheckpoint>());
        Assert.Equal(Named(0, 6), script.State.Trials[0].Checkpoint);
        Assert.Equal(Named(0, 3), script.State.Trials[2].Checkpoint);
        Assert.Equal(
            [new DropCheckpoint(Named(0, 3), new WorkerId("w"))],
            Save(script, 2, 6, 0.4).OfType<DropCheckpoint>());
        Assert.Equal(Named(2, 6), script.State.Trials[2].Checkpoint);
    }

    [Theory]
    [InlineData(AttemptEnd.Interrupted, 0)]
    [InlineData(AttemptEnd.Hang, 0)]
    [InlineData(AttemptEnd.Error, 1)]
    public void A_child_that_is_tried_again_starts_there_again(AttemptEnd end, int dropped)
    {
        EngineScript script = Fork(out _);
        Save(script, 0, 6, 0.5);
        IReadOnlyList<StudyEffect> effects = script.End(2, end);
        Assert.Equal(dropped, effects.OfType<DropCheckpoint>().Count());
        if (dropped == 0)
            Assert.Equal(Named(0, 3), effects.OfType<BeginAttempt>().Single().From);
    }

    [Fact]
    public void Without_a_checkpoint_a_child_starts_from_nothing_at_full_cost()
    {
        var script = new EngineScript(Pair, 2);
        script.Report(0, 3, 1);
        BeginAttempt begun = script.Report(1, 3, 2).OfType<BeginAttempt>().Single();
        Assert.Null(begun.From);
        Assert.Equal(new TrialNumber(0), script.State.Trials[2].Parent!.Value.Trial);
        script.Report(2, 6, 1);
        Assert.Equal(12, script.State.SpentResource);
    }

    [Fact]
    public void A_fold_of_the_journal_knows_the_same_and_every_decision_is_recomputed()
    {
        EngineScript script = Fork(out _);
        Save(script, 0, 6, 0.5);
        var folded = new StudyState(StandardStrategies.Instance);
        foreach (JournalEntry entry in script.Journal)
            folded.Evolve(entry);
        Assert.Equal(Named(0, 3), folded.Trials[2].Checkpoint);
        Assert.Equal(script.State.Trials[2].Parent, folded.Trials[2].Parent);
        VerificationReport report = StudyVerification.Run(script.Journal);
        Assert.Empty(report.Problems);
        Assert.Equal(report.Decisions, report.Recomputed);
    }

    [Fact]
    public void An_enqueued_configuration_founds_and_never_replaces_a_child()
    {
        EngineScript script = new(Pair, 1);
        var given = new Configuration([KeyValuePair.Create("x", ParameterValue.Of(0.25))]);
        script.Do(new EnqueueTrial(given));
        script.Do(new EnqueueTrial(given));
        script.Offer(2, "w");
        Assert.Equal(given, script.State.Trials[1].Configuration);
        Save(script, 0, 3, 1);
        Save(script, 1, 3, 2);
        TrialSuggested child = script.Journal.Select(entry => entry.Event)
            .OfType<TrialSuggested>().Last();
        Assert.Equal(SuggestionOrigin.Scheduler, child.Origin);
        Assert.Single(script.State.Enqueued);
    }

    private static EngineScript Fork(out IReadOnlyList<StudyEffect> effects)
    {
        var script = new EngineScript(Pair, 2);
        Save(script, 0, 3, 1);
        effects = Save(script, 1, 3, 2);
        return script;
    }

    private static IReadOnlyList<StudyEffect> Save(
        EngineScript script, int trial, long resource, double value)
    {
        script.Do(new SaveCheckpoint(
            new Checkpoint(script.State.Trials[trial].Attempt, new Resource(resource))));
        return script.Report(trial, resource, value);
    }

    private static Checkpoint Named(int trial, long resource) =>
        new(new AttemptId(new TrialNumber(trial), 1), new Resource(resource));
}
