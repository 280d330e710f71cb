using System.Globalization;

namespace ActorTune.EndToEnd;

/// <summary>
/// A strict study on any number of slots, and one whose engine is killed with signal 9 and resumed
/// on another number of them each time, decide the same.
/// </summary>
public sealed class StrictTests : IDisposable
{
    private const int Kills = 3;
    private readonly string _folder =
        Directory.CreateTempSubdirectory("actortune-strict-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Slots_and_kills_change_no_decision()
    {
        string whole = Hash("whole", kills: 0, slots: 5);

        Assert.Equal(whole, Hash("narrow", kills: 0, slots: 2));
        Assert.Equal(whole, Hash("killed", kills: Kills, slots: 3));
    }

    private string Hash(string name, int kills, int slots)
    {
        string configuration = Configure(name);
        var moments = new Random(99);
        for (int kill = 0; kill < kills; kill++)
        {
            using CliProcess engine = CliProcess.Start(
                _folder, Run(configuration, name, 1 + kill));
            if (!engine.EndsWithin(TimeSpan.FromMilliseconds(moments.Next(700, 2000))))
                engine.KillNine();
        }

        CliResult last = CliProcess.Run(_folder, Run(configuration, name, slots));
        Assert.True(last.ExitCode == 0, last.All);
        CliResult verified = CliProcess.Run(
            _folder, "journal", "verify", "strict", "--journal", $"{name}.db");
        Assert.True(verified.ExitCode == 0, verified.All);
        return verified.Output.Split("Hash of the decisions: ")[1].Trim();
    }

    private static string[] Run(string configuration, string name, int slots) =>
    [
        "run", configuration, "--resume", "--journal", $"{name}.db",
        "--slots", slots.ToString(CultureInfo.InvariantCulture),
    ];

    private string Configure(string name)
    {
        string configuration = Path.Combine(_folder, $"{name}.conf");
        File.WriteAllText(configuration, $$"""
            study = strict
            seed = 5
            reproducible { mode = strict, slots = 4 }
            objective { metric = loss, direction = minimize }
            resource { unit = epoch, max = 9 }
            program {
              command = [/usr/bin/python3, "{{Repository.Programs}}/acknowledged.py"]
              resumes = true
              silence-limit = 1m
              environment { NOTES = "{{Path.Combine(_folder, name)}}.txt" }
            }
            search-space { x { float = [0, 1] } }
            sampler { tpe { startup-trials = 4 } }
            scheduler { asha { min-resource = 1, reduction-factor = 3 } }
            stop { trials = 14 }
            run { folder = "files-{{name}}" }
            """);
        return configuration;
    }
}
