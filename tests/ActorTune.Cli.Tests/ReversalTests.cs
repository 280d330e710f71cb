using ActorTune.Cli.Explaining;

namespace ActorTune.Cli.Tests;

/// <summary>
/// The smallest change that would have reversed a decision, checked against the engine: the same
/// facts with that value, and with the next number towards the own one, are decided anew.
/// </summary>
public sealed class ReversalTests
{
    public static TheoryData<string> Names => [.. GoldenStudies.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_decision_turns_at_that_value_and_not_before_it(string name)
    {
        IReadOnlyList<JournalEntry> entries = GoldenStudies.Simulate(GoldenStudies.All[name]);
        int trials = entries.Count(entry => entry.Event is TrialSuggested);
        for (int trial = 0; trial < trials; trial++)
        {
            foreach (TrialDecision decision in await TrialDecisions.FindAsync(
                trial, entries.ToAsyncEnumerable()))
                Check(entries, decision);
        }
    }

    [Fact]
    public async Task Most_decisions_about_values_can_be_turned()
    {
        IReadOnlyList<JournalEntry> entries = GoldenStudies.Simulate(GoldenStudies.All["asha"]);
        var found = new List<TrialDecision>();
        for (int trial = 0; trial < 11; trial++)
            found.AddRange(await TrialDecisions.FindAsync(trial, entries.ToAsyncEnumerable()));
        Assert.All(
            found.Where(decision => decision.Entry.Event is TrialPromoted { Reason.Rung: >= 0 }),
            decision => Assert.NotNull(decision.Reversal?.Value));
        Assert.Contains(found, decision => decision.Reversal is { GoesOn: true, Value: not null });
        Assert.Contains(found, decision => decision.Reversal is { Value: null, More: > 0 });
    }

    private static void Check(IReadOnlyList<JournalEntry> entries, TrialDecision decision)
    {
        bool isImmediate = decision.Entry.Event is TrialPaused or TrialStopped or TrialContinued;
        if (decision.Reversal is not { Value: { } turn } reversal || !isImmediate)
            return;
        double own = decision.Probe!.Value;
        double towards = turn < own ? Math.BitIncrement(turn) : Math.BitDecrement(turn);
        double beyond = turn < own ? Math.BitDecrement(turn) : Math.BitIncrement(turn);
        if (turn.Equals(own))
            beyond = (decision.Study.Objective.Direction == Direction.Minimize) == reversal.GoesOn
                ? Math.BitDecrement(own)
                : Math.BitIncrement(own);
        bool? first = GoesOn(entries, decision, reversal.IsInclusive ? turn : beyond);
        bool? last = GoesOn(entries, decision, reversal.IsInclusive ? towards : turn);
        if (first is null)
            return;
        Assert.Equal((reversal.GoesOn, !reversal.GoesOn), (first, last!.Value));
    }

    /// <summary>
    /// What the engine decides on the same facts with another value; null: it decides nothing.
    /// </summary>
    private static bool? GoesOn(
        IReadOnlyList<JournalEntry> entries, TrialDecision decision, double value)
    {
        var state = new StudyState(StandardStrategies.Instance);
        int fact = (int)decision.Entry.Sequence.Value - 2;
        foreach (JournalEntry entry in entries.Take(fact))
            state.Evolve(entry);
        if (state.Phase == StudyPhase.Ending)
            return null;
        var measured = (MeasurementReported)entries[fact].Event;
        state.Evolve(entries[fact] with
        {
            Event = measured with { Metrics = new MetricSet(["loss"], [value]) },
        });
        bool? goesOn = null;
        while (StudyDecider.Decide(state, new Nothing()) is { } next)
        {
            goesOn = Meaning(next, decision) ?? goesOn;
            state.Evolve(entries[fact] with { Sequence = state.Head.Next, Event = next });
        }

        return goesOn ?? true;
    }

    /// <summary>Whether a decision lets the trial go on; null: it is about another one.</summary>
    private static bool? Meaning(StudyDecision next, TrialDecision decision)
    {
        if (TrialDecisions.Subject(next) != decision.Trial)
            return null;
        return next switch
        {
            TrialPromoted or TrialContinued => true,
            // Where the alternative is a stop, a trial that waits for a slot goes on.
            TrialPaused => decision.Entry.Event is not TrialPaused,
            TrialStopped => false,
            _ => null,
        };
    }

    private sealed class Nothing : ISuggestions
    {
        public (Suggestion Suggestion, SequenceNumber Basis)? Find(
            in SuggestionRequest request, SequenceNumber head) => null;
    }
}
