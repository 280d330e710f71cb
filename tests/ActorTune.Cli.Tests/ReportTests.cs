using ActorTune.Cli.Screens;
using Spectre.Console;

namespace ActorTune.Cli.Tests;

/// <summary>What commands say about a journal, word by word.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData("studies.txt", "studies")]
    [InlineData("studies.json", "studies", "--json")]
    [InlineData("show.txt", "show")]
    [InlineData("show-at.txt", "show", "--at", "40")]
    [InlineData("show.json", "show", "simulated", "--json")]
    [InlineData("best.txt", "best")]
    [InlineData("best-any.txt", "best", "--any-fidelity", "--top", "3")]
    [InlineData("best.json", "best", "--json", "--top", "2")]
    [InlineData("why-last.txt", "why", "1")]
    [InlineData("why-all.txt", "why", "3", "--all")]
    [InlineData("why.json", "why", "3", "--json")]
    [InlineData("verify.txt", "journal", "verify")]
    [InlineData("verify.json", "journal", "verify", "--json")]
    [InlineData("export.csv", "journal", "export", "--format", "csv")]
    public async Task A_report_says_what_it_said(string golden, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync([.. words, "--journal", "@studies.db"]);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Golden.Check(golden, run.Out);
    }

    [Fact]
    public async Task The_plan_says_what_it_said()
    {
        using var folder = new CliFolder();
        folder.Write("study.conf", Studies.Text);
        CliRun run = await folder.RunAsync("plan", "@study.conf", "--slots", "2");
        CliRun json = await folder.RunAsync("plan", "@study.conf", "--slots", "2", "--json");
        Golden.Check("plan.txt", run.Out);
        Golden.Check("plan.json", json.Out);
    }

    [Fact]
    public async Task The_plan_warns_of_few_trials_and_of_restarts()
    {
        using var folder = new CliFolder();
        folder.Write("study.conf", Studies.Text.Replace("resumes = true", "resumes = false"));
        CliRun run = await folder.RunAsync(
            "plan", "@study.conf", "--slots", "2", "--set", "stop.trials=4");
        Golden.Check("plan-warnings.txt", run.Out);
    }

    [Fact]
    public async Task The_plan_of_a_study_that_only_time_ends_shows_its_first_trials()
    {
        using var folder = new CliFolder();
        folder.Write("study.conf", Studies.Text.Replace("trials = 9", "wall-time = 1h"));
        CliRun run = await folder.RunAsync("plan", "@study.conf", "--slots", "2");
        Assert.Contains(
            "warning: only time, a target, no improvement or little regret ends this study: the "
                + "plan shows its first 100 trials",
            run.Out);
    }

    [Fact]
    public async Task An_exported_journal_reads_back_without_loss()
    {
        using var folder = new CliFolder();
        IReadOnlyList<JournalEntry> entries = await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync(
            "journal", "export", "--journal", "@studies.db", "--output", "@out.jsonl");
        Assert.Equal(ExitCode.Ok, run.Code);
        using var reader = new StreamReader(folder.In("out.jsonl"));
        int count = 0;
        await foreach (JournalEntry entry in JournalImport.ReadJsonLinesAsync(reader))
            Assert.Equal(entries[count++].Sequence, entry.Sequence);
        Assert.Equal(entries.Count, count);
    }

    [Fact]
    public async Task The_live_screen_shows_best_slots_rungs_rate_and_time_left()
    {
        using var folder = new CliFolder();
        IReadOnlyList<JournalEntry> entries = await folder.SimulateAsync(Studies.Asha);
        var progress = new StudyProgress();
        foreach (JournalEntry entry in entries.Take(40))
            progress.Take(entry);
        var output = new StringWriter();
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        terminal.Profile.Width = 100;
        terminal.Write(LivePicture.Of(
            progress, TimeLeft.Of(Studies.Asha, 2), ["trial 9 failed (error): no memory [0]"]));
        IEnumerable<string> lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        Golden.Check("live.txt", string.Join("\n", lines.Select(line => line.TrimEnd())));
    }

    [Fact]
    public async Task Plain_progress_tells_improvements_summaries_and_the_end()
    {
        using var folder = new CliFolder();
        IReadOnlyList<JournalEntry> entries = await folder.SimulateAsync(Studies.Asha);
        var output = new StringWriter();
        await using var screen = new PlainScreen(output, TimeLeft.Of(Studies.Asha, 2));
        var progress = new StudyProgress();
        foreach (JournalEntry entry in entries)
        {
            progress.Take(entry);
            screen.Show(entry, progress, isNew: true);
            Assert.Equal(BestTrials.Best(progress.State), progress.Best);
        }

        Golden.Check("plain-progress.txt", output.ToString());
    }
}
