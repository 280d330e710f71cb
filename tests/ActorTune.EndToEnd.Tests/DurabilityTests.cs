using System.Diagnostics;

namespace ActorTune.EndToEnd;

/// <summary>
/// Killing a process does not test a disk: what reaches it is counted in system calls instead.
/// </summary>
public sealed class DurabilityTests : IDisposable
{
    private const int Trials = 12;
    private readonly string _folder =
        Directory.CreateTempSubdirectory("actortune-sync-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Full_durability_syncs_the_journal_for_every_decision_and_normal_does_not()
    {
        int full = SyncsOf("full");
        int normal = SyncsOf("normal");

        // With one slot no two trials share a commit, and every trial's first rung is one.
        Assert.True(full >= Trials, $"{full} calls of fdatasync for {Trials} trials");
        Assert.True(normal < full / 2, $"{normal} calls of fdatasync, {full} in full durability");
    }

    private int SyncsOf(string durability)
    {
        string trace = Path.Combine(_folder, $"{durability}.trace");
        var start = new ProcessStartInfo("strace")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "-f", "--seccomp-bpf", "-e", "trace=fdatasync", "-o", trace,
            "dotnet", Repository.Cli, "run", Configure(durability),
        ];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{output.Result}\n{errors}");
        return File.ReadLines(trace).Count(line => line.Contains("fdatasync("));
    }

    private string Configure(string durability)
    {
        string configuration = Path.Combine(_folder, $"{durability}.conf");
        File.WriteAllText(configuration, $$"""
            study = {{durability}}
            seed = 5
            objective { metric = loss, direction = minimize }
            resource { unit = epoch, max = 9 }
            program { command = [sh, "{{Path.Combine(Repository.Programs, "one-way.sh")}}"] }
            search-space { x { float = [0, 1] } }
            scheduler = run-to-completion
            stop { trials = {{Trials}} }
            run { slots = 1, journal = "{{durability}}.db", durability = {{durability}} }
            """);
        return configuration;
    }
}
