using ActorTune.Cli.Conditions;

namespace ActorTune.Cli.Tests;

/// <summary>The first event at which a condition over the state holds.</summary>
public sealed class JournalBisectTests
{
    [Theory]
    [InlineData("bisect.txt", "best > 0.8 and rung(1).count >= 2")]
    [InlineData("bisect.json", "trial(1).state = paused", "--json")]
    public async Task The_event_and_the_terms_are_shown(
        string golden, string condition, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync(
            ["journal", "bisect", "--when", condition, .. words, "--journal", "@studies.db"]);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Golden.Check(golden, run.Out);
    }

    [Theory]
    [InlineData("trials = 3")]
    [InlineData("trials.paused >= 2 and not trials.running = 0")]
    [InlineData("phase = ending or phase = finished")]
    [InlineData("incumbent.state = completed")]
    [InlineData("trial(2).resource >= 3 or (trial(3).value > 0.05 and slots.open = 0)")]
    [InlineData("rung(0, 1).went-on > 0")]
    [InlineData("resource >= 12")]
    [InlineData("seconds > 5.5")]
    [InlineData("best.trial != 0")]
    [InlineData("not (measurements < 10)")]
    public async Task It_is_the_first_event_after_which_the_state_says_so(string text)
    {
        using var folder = new CliFolder();
        IReadOnlyList<JournalEntry> entries = await folder.SimulateAsync(Studies.Asha);
        Func<StudyState, bool> expected = Expected(text);
        var state = new StudyState(StandardStrategies.Instance);
        long first = entries.First(entry =>
        {
            state.Evolve(entry);
            return expected(state);
        }).Sequence.Value;
        FoundEvent? found = await ConditionSearch.FindAsync(
            ConditionParser.Parse(text), entries.ToAsyncEnumerable());
        Assert.Equal(first, found?.Entry.Sequence.Value);
    }

    [Theory]
    [InlineData("bset < 1", 1, "there is no term 'bset'")]
    [InlineData("best <", 7, "a term or a number was expected")]
    [InlineData("best 3", 6, "a comparison was expected")]
    [InlineData("trial(17).state = pausd", 19, "'trial(17).state' is never 'pausd' but waiting")]
    [InlineData("trial(17).state < paused", 17, "only = and != compare words")]
    [InlineData("trial.state = paused", 1, "takes a trial's number")]
    [InlineData("trial(x) = 1", 7, "a whole number was expected")]
    [InlineData("(best < 1", 10, "')' was expected")]
    [InlineData("best < 1 2", 10, "'2' was not expected")]
    [InlineData("best ~ 1", 6, "'~' has no meaning here")]
    [InlineData("best.size = 1", 1, "a trial has no 'size'")]
    [InlineData("trials.lost = 1", 1, "trials are not 'lost'")]
    [InlineData("phase = 3", 9, "'phase' and '3' cannot be compared")]
    [InlineData("best < 1e", 8, "'1e' is no number")]
    [InlineData("best(3) < 1", 1, "'best' takes no number")]
    public async Task What_is_no_condition_is_refused_with_its_place(
        string text, int column, string problem)
    {
        using var folder = new CliFolder();
        CliRun run = await folder.RunAsync("journal", "bisect", "--when", text);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.StartsWith($"error: --when, column {column}: ", run.Error);
        Assert.Contains(problem, run.Error);
    }

    [Fact]
    public async Task A_condition_that_never_holds_is_not_found()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync(
            "journal", "bisect", "--when", "trials > 99", "--journal", "@studies.db");
        Assert.Equal(ExitCode.NotFound, run.Code);
        Assert.StartsWith("error: it holds after none of the events 1 to ", run.Error);
    }

    /// <summary>The same conditions, asked of the state from the start each time.</summary>
    private static Func<StudyState, bool> Expected(string text) => text switch
    {
        "trials = 3" => state => state.Trials.Count == 3,
        "trials.paused >= 2 and not trials.running = 0" =>
            state => state.Paused.Count >= 2 && state.Running.Count != 0,
        "phase = ending or phase = finished" => state => state.Phase >= StudyPhase.Ending,
        "incumbent.state = completed" =>
            state => BestTrials.Best(state)?.Status == TrialStatus.Completed,
        "rung(0, 1).went-on > 0" =>
            state => state.Phase > StudyPhase.Empty && state.Scheduler.Rungs()[1].Promoted > 0,
        "resource >= 12" => state => state.SpentResource >= 12,
        "seconds > 5.5" => state => state.ActiveTime.TotalSeconds > 5.5,
        "best.trial != 0" =>
            state => BestTrials.Best(state) is { } best && best.Number.Value != 0,
        "not (measurements < 10)" => state => state.MeasurementCount >= 10,
        _ => state =>
            (state.Trials.Count > 2 && state.Trials[2].Resource.Units >= 3)
            || (state.Trials.Count > 3 && state.Trials[3].Value > 0.05
                && state.OpenOffers.Count == 0),
    };
}
