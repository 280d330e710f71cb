namespace ActorTune.Cli.Tests;

/// <summary>Studies whose decisions do not depend on timing, as their user sees them.</summary>
public sealed class StrictTests
{
    private const string Strict = "reproducible { mode = strict, slots = 3, check-every = 4 }\n";

    [Fact]
    public async Task However_many_slots_there_are_the_decisions_have_one_hash()
    {
        string[] hashes = [await HashAsync("1"), await HashAsync("2"), await HashAsync("5")];

        Assert.Single(hashes.Distinct());
        Assert.Matches("^[0-9a-f]{16}$", hashes[0]);
    }

    [Fact]
    public async Task What_the_order_costs_and_whether_its_premise_holds_is_shown()
    {
        using var folder = new CliFolder();
        Write(folder, "");
        CliRun run = await folder.RunAsync("run", "@study.conf", "--slots", "5");
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Assert.Contains(
            "  strict order on 3 logical slots: decisions do not depend on timing\n", run.Out);
        Assert.Matches("\nlogical time [0-9]+ units; attempts waited ", run.Out);

        CliRun show = await folder.RunAsync("show", "@study.conf");
        Assert.Contains("  strict order on 3 logical slots", show.Out);
        Assert.Matches("premise (holds so far|not checked yet)", show.Out);
        CliRun json = await folder.RunAsync("show", "@study.conf", "--json");
        Assert.Contains("\"strict\": {\n    \"slots\": 3,", json.Out);

        CliRun plan = await folder.RunAsync("plan", "@study.conf");
        Assert.Contains("  strict order on 3 logical slots", plan.Out);
    }

    [Fact]
    public async Task All_that_would_let_time_decide_is_refused_at_once()
    {
        using var folder = new CliFolder();
        folder.Write("study.conf", Studies.Text
            .Replace("resource { max = 9 }", "resource { max = 9, unit = second }")
            .Replace("resumes = true", "resumes = true, time-limit = 1h")
            .Replace("asha", "cost-asha")
            .Replace("sampler = random", "sampler { blendsearch { cost = seconds } }")
            .Replace("trials = 9", "trials = 9, wall-time = 2h")
            .Replace("seed = 7", "reproducible { mode = strict, check-every = -1 }\nseed = 7"));
        CliRun run = await folder.RunAsync("plan", "@study.conf");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Golden.Check("strict-refused.txt", run.Error);
    }

    [Theory]
    [InlineData("reproducible = strict\n",
        "strict needs the number of logical slots, on which its decisions depend: write "
            + "reproducible { mode = strict, slots = 8 }")]
    [InlineData("reproducible = exactly\n",
        "expected recorded or reproducible { mode = strict, slots = 8 }, got 'exactly'")]
    [InlineData("reproducible { mode = loose, slots = 2 }\n",
        "expected recorded or strict, got 'loose'")]
    public async Task A_word_that_says_too_little_gets_the_way_out(string line, string expected)
    {
        using var folder = new CliFolder();
        folder.Write("study.conf", line + Studies.Text);
        CliRun run = await folder.RunAsync("plan", "@study.conf");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public async Task Without_checkpoints_fewer_slots_than_logical_ones_are_refused()
    {
        using var folder = new CliFolder();
        Write(folder, "resumes = false, ");
        CliRun run = await folder.RunAsync("run", "@study.conf", "--slots", "2");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("2 trials at a time are too few for 3 logical slots", run.Error);
        Assert.Contains("Run it with --slots 3", run.Error);
    }

    [Fact]
    public async Task Recorded_is_what_a_study_is_that_says_nothing()
    {
        using var folder = new CliFolder();
        folder.Write("study.conf", "reproducible = recorded\n" + Studies.Text);
        CliRun plan = await folder.RunAsync("plan", "@study.conf");
        Assert.Equal(ExitCode.Ok, plan.Code);
        Assert.DoesNotContain("strict", plan.Out);
    }

    private static void Write(CliFolder folder, string program)
    {
        Studies.In(
            folder,
            "resumes = true",
            program.Length == 0
                ? "resumes = true, silence-limit = 10m"
                : program + "silence-limit = 10m");
        string path = folder.In("study.conf");
        File.WriteAllText(path, Strict + File.ReadAllText(path));
    }

    private static async Task<string> HashAsync(string slots)
    {
        using var folder = new CliFolder();
        Write(folder, "");
        CliRun run = await folder.RunAsync("run", "@study.conf", "--slots", slots);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        CliRun verified = await folder.RunAsync("journal", "verify", "@study.conf");
        Assert.Equal(("", ExitCode.Ok), (verified.Error, verified.Code));
        const string Line = "Hash of the decisions: ";
        int at = verified.Out.IndexOf(Line, StringComparison.Ordinal) + Line.Length;
        return verified.Out[at..(at + 16)];
    }
}
