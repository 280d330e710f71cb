using ActorTune.Cli.Explaining;
using ActorTune.Simulation;

namespace ActorTune.Cli.Tests;

/// <summary>Reasons hold statistics that follow from the facts; a false one is found.</summary>
public sealed class ReasonVerificationTests
{
    public static TheoryData<string> Names => [.. GoldenStudies.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reasons_of_every_kept_study_follow_from_its_facts(string name)
    {
        ReasonReport report = Verify(GoldenStudies.Simulate(GoldenStudies.All[name]));
        Assert.Empty(report.Problems);
        Assert.True(report.Checked > 0);
    }

    [Theory]
    [InlineData("asha", "the reason names the value 7 of trial", "value")]
    [InlineData("asha", "the reason counts 99 entries in rung 0, the facts give 1", "count")]
    [InlineData("asha", "as the last of 1 to go on, the facts give trial", "cutoff")]
    [InlineData("asha", "the reason names rung 9, which bracket 0 lacks", "rung")]
    [InlineData("asha.type-stopping", "which does not give TrialStopped", "decision")]
    public void A_false_statistic_is_found(string study, string problem, string altered)
    {
        bool isDone = false;
        JournalEntry[] entries =
        [
            .. GoldenStudies.Simulate(GoldenStudies.All[study]).Select(entry =>
            {
                StudyEvent change = isDone ? entry.Event : Alter(entry.Event, altered);
                isDone |= !ReferenceEquals(change, entry.Event);
                return entry with { Event = change };
            }),
        ];
        Assert.True(isDone);
        Assert.Contains(
            Verify(entries).Problems, found => found.Message.Contains(problem));
    }

    [Fact]
    public async Task The_command_says_how_many_it_checked()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync(
            "journal", "verify", "--reasons", "--journal", "@studies.db");
        CliRun json = await folder.RunAsync(
            "journal", "verify", "--reasons", "--json", "--journal", "@studies.db");
        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (run.Code, json.Code));
        Golden.Check("verify-reasons.txt", run.Out);
        Golden.Check("verify-reasons.json", json.Out);
    }

    private static ReasonReport Verify(IReadOnlyList<JournalEntry> entries)
    {
        var verification = new ReasonVerification();
        StudyVerification.Run(entries, watch: verification.Take);
        return verification.Report;
    }

    private static StudyEvent Alter(StudyEvent change, string altered) => (change, altered) switch
    {
        (TrialPaused paused, "value") => paused with { Reason = paused.Reason with { Value = 7 } },
        (TrialPaused paused, "count") => paused with { Reason = paused.Reason with { Count = 99 } },
        (TrialPaused paused, "rung") => paused with { Reason = paused.Reason with { Rung = 9 } },
        (TrialPromoted promoted, "cutoff") => promoted with
        {
            Reason = promoted.Reason with { CutoffTrial = new TrialNumber(9) },
        },
        (TrialContinued { Reason.Cutoff: not null } continued, "decision") =>
            new TrialStopped(continued.Trial, continued.Reason),
        _ => change,
    };
}
