using System.Text;

namespace ActorTune.Cli.Tests;

/// <summary>Every kind of bad configuration gives one message with its place.</summary>
public sealed class BadConfigurationTests
{
    private static readonly (string Sound, string Bad)[] Cases =
    [
        ("seed = 7", "sed = 7"),
        ("trials = 9", "trials = many"),
        ("trials = 9", "trials = 0"),
        ("trials = 9", "mode = drain"),
        ("[0.1, 1]", "[1, 0.1]"),
        ("[0.1, 1]", "[0, 1], log = true"),
        ("[0.1, 1]", "[0.1]"),
        ("[0.1, 1]", "[low, 1]"),
        ("[0.1, 1]", "[0.1, 1], steps = 2"),
        ("[0.1, 1]", "[0.1, 1], default = 2"),
        ("[0.1, 1]", "[0.1, 1], log = true, step = 0.1"),
        ("[0.1, 1]", "[0.1, 1], int = [1, 2]"),
        ("[1, 3]", "[3, 1]"),
        ("[1, 3]", "[0, 3], log = true"),
        ("int = [1, 3]", "boolean = false"),
        ("int = [1, 3]", ""),
        ("[sgd, adam]", "[]"),
        ("[sgd, adam]", "[sgd, sgd]"),
        ("[sgd, adam]", "[sgd, adam], weights = [1]"),
        ("optimizer = sgd", "optimiser = sgd"),
        ("optimizer = sgd", "optimizer = lion"),
        ("optimizer = sgd", "x {}"),
        ("sampler = random", "sampler = bayes"),
        ("sampler = random", "sampler { grid { } }"),
        ("sampler = random", "sampler { random {}, grid {} }"),
        ("min-resource = 1", "min-resource = 10"),
        ("min-resource = 1", "grace = 1"),
        ("min-resource = 1", "reduction-factor = two"),
        ("maximize", "up"),
        ("maximize", "maximize, reduce = median"),
        ("maximize", "maximize, range = [1, 0]"),
        ("maximize", "maximize, range = 1"),
        ("metric = accuracy, ", ""),
        ("max = 9", "max = 0"),
        ("max = 9", "max = 9.5"),
        ("study = tuned", "study = \"a b\""),
        ("study = tuned", ""),
        ("resumes = true", "command = [python3, train.py]"),
        ("resumes = true", "time-limit = 5 parsecs"),
        ("resumes = true", "environment { TOKEN { secrte = A } }"),
        ("seed = 7", "seed = -1"),
        ("seed = 7", "start-with-defaults = true"),
        ("seed = 7", "forbidden = [ { optimizer = lion } ]"),
        ("seed = 7", "constraints = [ \"x < optimizer\" ]"),
        ("seed = 7", "constraints = [ \"x == layers\" ]"),
        ("seed = 7", "failures { hang-retries = -1 }"),
        ("seed = 7", "slots-per-trial = 0"),
        ("seed = 7", "run { slots = 0 }"),
        ("seed = 7", "run { durability = some }"),
        ("seed = 7", "seeds = shared"),
        ("seed = 7", "shadows = [ hyperbnd, { asha { factor = 2 } }, pbt ]"),
        ("stop {", "stop ["),
    ];

    [Fact]
    public async Task Each_bad_value_gives_one_error_with_its_place()
    {
        using var folder = new CliFolder();
        var table = new StringBuilder();
        foreach ((string sound, string bad) in Cases)
        {
            Assert.Contains(sound, Studies.Text);
            folder.Write("study.conf", Studies.Text.Replace(sound, bad));
            CliRun run = await folder.RunAsync("plan", "@study.conf");
            Assert.Equal(ExitCode.BadInput, run.Code);
            table.Append($"{sound}  ->  {(bad.Length == 0 ? "(nothing)" : bad)}\n{run.Error}\n");
        }

        Golden.Check("bad-configurations.txt", table.ToString());
    }
}
