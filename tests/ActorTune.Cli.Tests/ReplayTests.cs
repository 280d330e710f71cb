using ActorTune.Cli.Replaying;

namespace ActorTune.Cli.Tests;

/// <summary>A study as it stood, and how it came there.</summary>
public sealed class ReplayTests
{
    [Theory]
    [InlineData("replay-to.txt", "--to", "40")]
    [InlineData("replay-at.txt", "--at", "6s")]
    [InlineData("replay-play.txt", "--play", "100")]
    public async Task A_replay_says_what_it_said(string golden, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync(["replay", .. words, "--journal", "@studies.db"]);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Golden.Check(golden, run.Out);
    }

    [Theory]
    [InlineData("2000-01-01T00:00:06Z")]
    [InlineData("2000-01-01 01:00:06 +01:00")]
    [InlineData("6s")]
    [InlineData("0.1m")]
    [InlineData("0h0m6000ms")]
    public async Task All_forms_of_a_time_mean_the_same(string time)
    {
        using var folder = new CliFolder();
        IReadOnlyList<JournalEntry> entries = await folder.SimulateAsync(Studies.Asha);
        DateTimeOffset at = entries[0].At + TimeSpan.FromSeconds(6);
        long last = entries.Last(entry => entry.At <= at).Sequence.Value;
        CliRun run = await folder.RunAsync(
            "replay", "--at", time, "--json", "--journal", "@studies.db");
        CliRun shown = await folder.RunAsync(
            "show", "--at", $"{last}", "--json", "--journal", "@studies.db");
        Assert.Equal(shown.Out, run.Out);
    }

    [Theory]
    [InlineData(ExitCode.BadInput, "'yesterday' is no time; a time is a date", "--at", "yesterday")]
    [InlineData(ExitCode.BadInput, "'5x' is no time", "--at", "5x")]
    [InlineData(ExitCode.NotFound, "did not exist at that time", "--at", "1999-12-31T00:00:00Z")]
    [InlineData(ExitCode.NotFound, "not 4000", "--to", "4000")]
    [InlineData(ExitCode.BadInput, "--to or --at, not both", "--to", "4", "--at", "5s")]
    [InlineData(ExitCode.BadInput, "must be above 0", "--play", "0")]
    public async Task A_moment_that_is_none_is_refused(
        int code, string message, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync(["replay", .. words, "--journal", "@studies.db"]);
        Assert.Equal(code, run.Code);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public void The_pace_is_that_of_the_events_without_what_nobody_waited_for()
    {
        var pace = new PlayPace(10);
        DateTimeOffset start = DateTimeOffset.UnixEpoch;
        Assert.Equal(TimeSpan.Zero, Before(0, new WallTimeReached()));
        Assert.Equal(TimeSpan.FromSeconds(0.5), Before(5, new WallTimeReached()));
        Assert.Equal(TimeSpan.Zero, Before(5000, new CoordinatorStarted(new Epoch(2), "e", [])));
        Assert.Equal(TimeSpan.FromSeconds(2), Before(9000, new WallTimeReached()));
        Assert.Equal(1, PlayPace.SpeedOf(TimeSpan.FromSeconds(20)));
        Assert.Equal(120, PlayPace.SpeedOf(TimeSpan.FromHours(1)));

        TimeSpan Before(int seconds, StudyEvent change) => pace.Before(new JournalEntry(
            new SequenceNumber(1), new Epoch(1), start + TimeSpan.FromSeconds(seconds), change));
    }
}
