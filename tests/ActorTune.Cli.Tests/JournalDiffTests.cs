namespace ActorTune.Cli.Tests;

/// <summary>The first event in which two journals part.</summary>
public sealed class JournalDiffTests
{
    [Fact]
    public async Task A_journal_equals_its_export()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        await ExportAsync(folder, "a.jsonl");
        CliRun run = await folder.RunAsync(
            "journal", "diff", "simulated", "@a.jsonl", "--exact", "--journal", "@studies.db");
        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.StartsWith("The journals are equal: ", run.Out);
    }

    [Fact]
    public async Task The_first_difference_is_shown_in_both_forms()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        await ExportAsync(folder, "a.jsonl");
        Alter(folder, 40, line => line.Replace("\"accuracy\":0.", "\"accuracy\":0.1"));
        CliRun run = await folder.RunAsync("journal", "diff", "@a.jsonl", "@b.jsonl");
        CliRun json = await folder.RunAsync("journal", "diff", "@a.jsonl", "@b.jsonl", "--json");
        Assert.Equal(ExitCode.Differences, run.Code);
        Golden.Check("diff.txt", run.Out);
        Golden.Check("diff.json", json.Out);
    }

    [Fact]
    public async Task Times_and_workers_are_passed_over_unless_asked_for()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        await ExportAsync(folder, "a.jsonl");
        string text = File.ReadAllText(folder.In("a.jsonl"));
        folder.Write("b.jsonl", text.Replace("2000-01-01", "2001-01-01")
            .Replace("\"worker\":\"simulated\"", "\"worker\":\"other\"")
            .Replace("\"study\":\"simulated\"", "\"study\":\"other\""));
        CliRun run = await folder.RunAsync("journal", "diff", "@a.jsonl", "@b.jsonl");
        CliRun exact = await folder.RunAsync("journal", "diff", "@a.jsonl", "@b.jsonl", "--exact");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal(ExitCode.Differences, exact.Code);
        Assert.Contains("(time): 2000-01-01T00:00:00.0000000Z in A, 2001", exact.Out);
    }

    [Fact]
    public async Task Decisions_are_compared_without_where_they_ran()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        await ExportAsync(folder, "a.jsonl");
        string[] lines = File.ReadAllLines(folder.In("a.jsonl"));
        // The second half lies behind a further opening, as after a crash.
        IEnumerable<string> reopened = lines.Take(30)
            .Append("{\"seq\":31,\"epoch\":2,\"at\":\"2000-01-01T00:00:09Z\",\"event\":"
                + "{\"e\":\"coordinator-started\",\"v\":1,\"epoch\":2,\"engine\":\"e\","
                + "\"strategies\":[]}}")
            .Concat(lines.Skip(30));
        folder.Write("b.jsonl", string.Join('\n', reopened));
        CliRun run = await folder.RunAsync("journal", "diff", "@a.jsonl", "@b.jsonl");
        CliRun decisions = await folder.RunAsync(
            "journal", "diff", "@a.jsonl", "@b.jsonl", "--decisions");
        Assert.Equal(ExitCode.Differences, run.Code);
        Assert.Equal((ExitCode.Ok, ""), (decisions.Code, decisions.Error));
    }

    [Fact]
    public async Task A_journal_that_ends_first_is_said_to()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        await ExportAsync(folder, "a.jsonl");
        folder.Write("b.jsonl", string.Join(
            '\n', File.ReadLines(folder.In("a.jsonl")).Take(10)));
        CliRun run = await folder.RunAsync("journal", "diff", "@a.jsonl", "@b.jsonl");
        Assert.Contains("after 10 common events", run.Out);
        Assert.Contains("A goes on     with event 11: ", run.Out);
        Assert.Contains("B goes on     with nothing: it ends here", run.Out);
    }

    private static void Alter(CliFolder folder, int number, Func<string, string> alter)
    {
        string[] lines = File.ReadAllLines(folder.In("a.jsonl"));
        int index = Enumerable.Range(number, lines.Length - number)
            .First(at => lines[at].Contains("measurement-reported"));
        lines[index] = alter(lines[index]);
        folder.Write("b.jsonl", string.Join('\n', lines));
    }

    private static async Task ExportAsync(CliFolder folder, string name)
    {
        CliRun run = await folder.RunAsync(
            "journal", "export", "--journal", "@studies.db", "--output", "@" + name);
        Assert.Equal(ExitCode.Ok, run.Code);
    }
}
