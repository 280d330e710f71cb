using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Strict;

/// <summary>What two people compare, and what is left out of it.</summary>
public sealed class DecisionLogTests
{
    private static readonly DecisionReason Reason = new("asha-promotion/1", 0, 3, 1, 0.5);

    private static readonly TrialSuggested Suggested = new(
        new TrialNumber(0),
        SuggestionOrigin.Sampler,
        Of(0.5),
        new BracketIndex(0),
        new SequenceNumber(3),
        new OfferId(1),
        new Resource(1));

    private static readonly TrialPromoted Promoted = new(
        new AttemptId(new TrialNumber(0), 2), new OfferId(1), null, new Resource(3), Reason);

    public static TheoryData<string, bool> Changes => new()
    {
        { nameof(TrialSuggested.Offer), true },
        { nameof(TrialSuggested.Basis), true },
        { nameof(TrialSuggested.From), true },
        { nameof(TrialSuggested.Configuration), false },
        { nameof(TrialSuggested.Bracket), false },
        { nameof(TrialSuggested.Until), false },
        { nameof(TrialSuggested.Parent), false },
        { nameof(TrialPromoted.Attempt), true },
        { nameof(TrialPromoted.Reason), false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void It_leaves_out_what_machines_are_the_cause_of(string changed, bool isEqual) =>
        Assert.Equal(isEqual, Hash(Suggested, Promoted) == Hash(Changed(changed)));

    [Fact]
    public void The_order_of_decisions_counts() =>
        Assert.NotEqual(Hash(Suggested, Promoted), Hash(Promoted, Suggested));

    private static StudyDecision[] Changed(string what) => what switch
    {
        nameof(TrialSuggested.Offer) => [Suggested with { Offer = new OfferId(2) }, Promoted],
        nameof(TrialSuggested.Basis) =>
            [Suggested with { Basis = new SequenceNumber(9) }, Promoted],
        nameof(TrialSuggested.From) =>
            [Suggested with { From = new Checkpoint(Promoted.Attempt, new Resource(1)) }, Promoted],
        nameof(TrialSuggested.Configuration) =>
            [Suggested with { Configuration = Of(0.25) }, Promoted],
        nameof(TrialSuggested.Bracket) =>
            [Suggested with { Bracket = new BracketIndex(1) }, Promoted],
        nameof(TrialSuggested.Until) => [Suggested with { Until = null }, Promoted],
        nameof(TrialSuggested.Parent) =>
            [Suggested with { Parent = new TrialParent(new TrialNumber(4), new(9)) }, Promoted],
        nameof(TrialPromoted.Attempt) =>
            [Suggested, Promoted with { Attempt = new AttemptId(new TrialNumber(0), 7) }],
        _ => [Suggested, Promoted with { Reason = Reason with { Value = 0.6 } }],
    };

    private static Configuration Of(double x) =>
        new([KeyValuePair.Create("x", ParameterValue.Of(x))]);

    private static string Hash(params StudyDecision[] decisions)
    {
        var log = new DecisionLog();
        foreach (StudyDecision decision in decisions)
            log.Add(decision);
        return log.Hash;
    }
}
