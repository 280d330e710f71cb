using System.Globalization;
using System.Text.Json;

namespace ActorTune.EndToEnd;

/// <summary>
/// The engine's process is killed with signal 9 at thirty random moments, with trial programs and
/// their children running, and is resumed each time.
/// </summary>
public sealed class KillNineTests : IDisposable
{
    private const int Kills = 30;
    private readonly string _folder =
        Directory.CreateTempSubdirectory("actortune-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Killed_at_thirty_random_moments_nothing_is_lost_and_nothing_survives()
    {
        string notes = Path.Combine(_folder, "acknowledged.txt");
        string configuration = Configure(notes);
        string[] run = ["run", configuration, "--resume", "--journal", "study.db"];
        var moments = new Random(12345);
        for (int kill = 0; kill < Kills; kill++)
        {
            using CliProcess engine = CliProcess.Start(_folder, run);
            TimeSpan moment = TimeSpan.FromMilliseconds(moments.Next(200, 2500));
            if (!engine.EndsWithin(moment))
                engine.KillNine();
            else
                Assert.True(engine.Finish().ExitCode == 0, engine.Finish().All);
        }

        CliResult last = CliProcess.Run(_folder, run);
        Assert.True(last.ExitCode == 0, last.All);

        CliResult verified = CliProcess.Run(
            _folder, "journal", "verify", "killed", "--journal", "study.db");
        Assert.True(verified.ExitCode == 0, verified.All);
        CheckMeasurements(notes);
        Assert.Empty(Survivors(notes));
    }

    private string Configure(string notes)
    {
        string configuration = Path.Combine(_folder, "study.conf");
        File.WriteAllText(configuration, $$"""
            study = killed
            seed = 5
            objective { metric = loss, direction = minimize }
            resource { unit = epoch, max = 9 }
            program {
              command = [/usr/bin/python3, "{{Repository.Programs}}/acknowledged.py"]
              resumes = true
              environment { NOTES = "{{notes}}" }
            }
            search-space { x { float = [0, 1] } }
            scheduler { asha { min-resource = 1, reduction-factor = 3 } }
            stop { trials = 150 }
            run { slots = 2, folder = files }
            """);
        return configuration;
    }

    private void CheckMeasurements(string notes)
    {
        CliResult exported = CliProcess.Run(
            _folder, "journal", "export", "killed", "--journal", "study.db", "--format", "jsonl");
        Assert.True(exported.ExitCode == 0, exported.Errors);
        var reports = new HashSet<(int Trial, int Attempt, long Resource)>();
        var started = new List<int>();
        foreach (string line in exported.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument entry = JsonDocument.Parse(line);
            JsonElement change = entry.RootElement.TryGetProperty("event", out JsonElement inner)
                ? inner
                : entry.RootElement;
            string kind = change.GetProperty("e").GetString()!;
            if (kind is "measurement-reported" or "measurement-repeated")
                reports.Add((
                    change.GetProperty("trial").GetInt32(),
                    change.GetProperty("attempt").GetInt32(),
                    change.GetProperty("resource").GetInt64()));
            else if (kind == "trial-suggested")
                started.Add(change.GetProperty("trial").GetInt32());
        }

        string[] noted = File.ReadAllLines(notes);
        Assert.True(noted.Length > 50, $"only {noted.Length} reports were acknowledged");
        foreach (string note in noted)
        {
            int[] parts = [.. note.Split(' ').Select(part =>
                int.Parse(part, CultureInfo.InvariantCulture))];
            Assert.Contains((parts[0], parts[1], (long)parts[2]), reports);
        }

        Assert.Equal(Enumerable.Range(0, 150), started);
    }

    // Every grandchild carries the mark of this study in its environment.
    private static List<string> Survivors(string notes)
    {
        var survivors = new List<string>();
        foreach (string process in Directory.EnumerateDirectories("/proc"))
        {
            if (!char.IsAsciiDigit(Path.GetFileName(process)[0]))
                continue;
            try
            {
                if (File.ReadAllText(Path.Combine(process, "environ")).Contains(notes))
                    survivors.Add(File.ReadAllText(Path.Combine(process, "cmdline")));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
                continue;
            }
        }

        return survivors;
    }
}
