using System.Text.Json.Nodes;

namespace ActorTune.EndToEnd;

/// <summary>One seed and one slot give one journal, in whatever process.</summary>
public sealed class RepeatTests : IDisposable
{
    private readonly string _folder =
        Directory.CreateTempSubdirectory("actortune-repeat-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Two_processes_write_the_same_journal()
    {
        Assert.Equal(Journal("one"), Journal("two"));
    }

    private string Journal(string name)
    {
        string database = $"{name}.db";
        CliResult run = CliProcess.Run(
            _folder,
            "run",
            Path.Combine(Repository.Root, "config", "digits.conf"),
            "--journal",
            database,
            "--set",
            "stop.trials=12",
            "--set",
            "run.slots=1",
            "--set",
            $"run.folder=files-{name}");
        Assert.True(run.ExitCode == 0, run.All);
        CliResult exported = CliProcess.Run(
            _folder, "journal", "export", "digits", "--journal", database, "--format", "jsonl");
        Assert.True(exported.ExitCode == 0, exported.Errors);
        return string.Join(
            "\n",
            exported.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Timeless));
    }

    private static string Timeless(string line)
    {
        JsonNode entry = JsonNode.Parse(line)!;
        Strip(entry);
        return entry.ToJsonString();
    }

    private static void Strip(JsonNode? node)
    {
        if (node is not JsonObject members)
            return;
        members.Remove("at");
        members.Remove("process");
        foreach ((_, JsonNode? member) in members)
            Strip(member);
    }
}
