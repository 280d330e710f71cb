namespace ActorTune.EndToEnd;

/// <summary>
/// A study is forked in its middle, its own checkpoints are deleted, and the fork is killed with
/// signal 9 again and again while it goes on from the checkpoints that it shares.
/// </summary>
public sealed class ForkTests : IDisposable
{
    private const int Kills = 6;
    private const string Factor = "scheduler.asha.reduction-factor=2";
    private readonly string _folder =
        Directory.CreateTempSubdirectory("actortune-fork-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_fork_goes_on_from_shared_checkpoints_however_often_it_is_killed()
    {
        string notes = Path.Combine(_folder, "resumed.txt");
        Configure(notes);
        Check(CliProcess.Run(_folder, "run", "study.conf", "--plain"));
        Check(CliProcess.Run(
            _folder, "fork", "study.conf", "--at", "150", "--as", "fork", "--set", Factor));
        Directory.Delete(Path.Combine(_folder, "files", "parent"), recursive: true);
        File.Delete(notes);
        string[] run =
            ["run", "study.conf", "--resume", "--set", "study=fork", "--set", Factor, "--plain"];

        var moments = new Random(54321);
        for (int kill = 0; kill < Kills; kill++)
        {
            using CliProcess engine = CliProcess.Start(_folder, run);
            if (!engine.EndsWithin(TimeSpan.FromMilliseconds(moments.Next(300, 1200))))
                engine.KillNine();
        }

        Check(CliProcess.Run(_folder, run));
        Check(CliProcess.Run(_folder, "journal", "verify", "--reasons", "-j", "study.db"));
        CheckResumed(notes);
    }

    // What the past had saved was used, from the fork's own folder, and nothing was repeated.
    private void CheckResumed(string notes)
    {
        string[] folders = File.ReadAllLines(notes);
        Assert.Contains(folders, folder => folder.Contains("/attempt-1/checkpoint-1"));
        Assert.All(folders, folder => Assert.StartsWith(
            Path.Combine(_folder, "files", "fork"), folder));
        CliResult shown = CliProcess.Run(_folder, "show", "fork", "-j", "study.db");
        Assert.Contains("forked from 'parent' at event 150", shown.Output);
        Assert.Contains("finished", shown.Output);
        Assert.DoesNotContain("failed", shown.Output);
    }

    private void Configure(string notes) => File.WriteAllText(
        Path.Combine(_folder, "study.conf"),
        $$"""
        study = parent
        seed = 5
        objective { metric = loss, direction = minimize }
        resource { unit = epoch, max = 9 }
        program {
          command = [/usr/bin/python3, "{{Repository.Programs}}/resuming.py"]
          resumes = true
          environment { NOTES = "{{notes}}" }
        }
        search-space { x { float = [0, 1] } }
        sampler = random
        scheduler { asha { min-resource = 1, reduction-factor = 3 } }
        stop { trials = 40 }
        run { slots = 2, folder = files, journal = study.db }
        """);

    private static void Check(CliResult result) => Assert.True(result.ExitCode == 0, result.All);
}
