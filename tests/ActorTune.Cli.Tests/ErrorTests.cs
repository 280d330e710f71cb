using ActorTune.Cli.Programs;
using ActorTune.Cli.Running;

namespace ActorTune.Cli.Tests;

/// <summary>Bad usage and bad surroundings: one clear message, the right exit code.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData(ExitCode.BadInput, "error: Unrecognized command or argument 'rn'.", "rn")]
    [InlineData(
        ExitCode.BadInput, "error: Required argument 'FILE' missing for command: 'run'.", "run")]
    [InlineData(
        ExitCode.BadInput, "error: Required argument missing for option: '--at'", "show", "--at")]
    [InlineData(
        ExitCode.BadInput, "error: Cannot parse argument 'two' for command 'why'", "why", "two")]
    [InlineData(
        ExitCode.BadInput,
        "error: FOLDER/missing.conf: the file cannot be read", "run", "@missing.conf")]
    [InlineData(
        ExitCode.JournalUnusable,
        "error: There is no journal 'FOLDER/none.db'; check the path.",
        "show", "--journal", "@none.db")]
    [InlineData(
        ExitCode.JournalUnusable,
        "error: 'FOLDER' is a folder; name a file in it.", "studies", "--journal", "@")]
    [InlineData(
        ExitCode.JournalUnusable,
        "error: 'FOLDER/other.txt' is not a journal.", "studies", "--journal", "@other.txt")]
    [InlineData(
        ExitCode.JournalUnusable,
        "error: The folder 'FOLDER/nowhere' of the journal 'FOLDER/nowhere/a.db' does not exist",
        "run", "@study.conf", "--journal", "@nowhere/a.db")]
    [InlineData(
        ExitCode.BadInput,
        "error: --slots must be at least 1, got 0", "run", "@study.conf", "--slots", "0")]
    [InlineData(
        ExitCode.BadInput,
        "error: override 'no.such=1':1:1: no: nothing has this name here",
        "plan", "@study.conf", "--set", "no.such=1")]
    public async Task Bad_input_gives_one_message(int code, string message, params string[] words)
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        folder.Write("other.txt", "this is a text of another program, long enough to have a head");
        CliRun run = await folder.RunAsync(words);
        Assert.Equal(code, run.Code);
        Assert.StartsWith(message, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Theory]
    [InlineData("no study 'other'; it has 'simulated'", "show", "other")]
    [InlineData("study 'simulated' has no trial 99", "why", "99")]
    [InlineData("study 'simulated' has the events 1 to", "show", "--at", "100000")]
    public async Task What_is_not_in_the_journal_has_an_exit_code_of_its_own(
        string message, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync([.. words, "--journal", "@studies.db"]);
        Assert.Equal(ExitCode.NotFound, run.Code);
        Assert.Contains(message, run.Error);
    }

    [Theory]
    [InlineData("missing.dll", "there is no file ")]
    [InlineData("program", "'program' names no assembly: give a .dll")]
    [InlineData("study.conf.dll", "' is not a .NET assembly")]
    [InlineData("ActorTune.Cli.Tests.dll", "needs one trial program to be named by its file alone")]
    [InlineData("ActorTune.Cli.Tests.dll#Other", "has no trial program 'Other'; it has ")]
    [InlineData("ActorTune.Core.dll", "it has no public class that implements ITrialProgram")]
    public async Task A_trial_function_that_cannot_be_had_is_refused_at_its_place(
        string function, string message)
    {
        using var folder = new CliFolder();
        Studies.In(folder, "ActorTune.Cli.Tests.dll#ScriptedProgram", function);
        folder.Write("study.conf.dll", "no assembly");
        CliRun run = await folder.RunAsync("run", "@study.conf");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.StartsWith("error: FOLDER/study.conf:4:22: program.function: ", run.Error);
        Assert.Contains(message, run.Error);
        Assert.False(File.Exists(folder.Journal));
    }

    [Fact]
    public void A_trial_function_with_optional_arguments_is_created()
    {
        var functions = new TrialFunctions(AppContext.BaseDirectory);
        ITrialProgram program = functions.Create("ActorTune.Samples.Digits.dll");
        Assert.Equal("DigitsProgram", program.GetType().Name);
    }

    [Theory]
    [InlineData("/opt/actortune", "/opt/actortune", "trial")]
    [InlineData("/usr/bin/dotnet", "/usr/bin/dotnet", "/opt/actortune.dll", "trial")]
    [InlineData("/opt/testhost", "dotnet", "/opt/actortune.dll", "trial")]
    public void The_launcher_is_the_program_that_was_started(
        string process, params string[] words) =>
        Assert.Equal(words, TrialLauncher.Words(process, "/opt/actortune.dll"));

    [Fact]
    public async Task A_study_open_elsewhere_is_refused()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        await using var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer =
            await journal.OpenWriterAsync(new StudyId("tuned"), default);
        CliRun run = await folder.RunAsync("run", "@study.conf");
        Assert.Equal(ExitCode.JournalUnusable, run.Code);
        Assert.StartsWith("error: Study 'tuned' is open for writing", run.Error);
    }

    [Fact]
    public async Task Verification_of_an_altered_decision_names_its_event()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha, Alter);
        CliRun run = await folder.RunAsync("journal", "verify", "--journal", "@studies.db");
        Assert.Equal(ExitCode.Differences, run.Code);
        Golden.Check("verify-differences.txt", run.Out);
    }

    [Fact]
    public async Task Verification_of_other_versions_has_an_exit_code_of_its_own()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha, entries => [.. entries.Select(entry =>
            entry.Event is CoordinatorStarted started
                ? entry with { Event = started with { Strategies = ["tpe/1", "asha-promotion/0"] } }
                : entry)]);
        CliRun run = await folder.RunAsync("journal", "verify", "--journal", "@studies.db");
        Assert.Equal(ExitCode.ForeignVersions, run.Code);
        Assert.Contains("recorded by tpe/1, asha-promotion/0", run.Out);
    }

    [Fact]
    public async Task Help_is_there_for_every_command_and_names_the_exit_codes()
    {
        using var folder = new CliFolder();
        CliRun root = await folder.RunAsync();
        Assert.Equal(ExitCode.Ok, root.Code);
        Assert.Contains("Exit codes:", root.Out);
        string[] commands =
        [
            "run", "plan", "studies", "show", "best", "why", "journal", "journal verify",
            "journal export", "doctor",
        ];
        foreach (string command in commands)
        {
            CliRun help = await folder.RunAsync([.. command.Split(' '), "--help"]);
            Assert.Equal(("", ExitCode.Ok), (help.Error, help.Code));
            Assert.Contains("Usage:", help.Out);
        }
    }

    [Fact]
    public async Task The_doctor_finds_a_machine_on_which_studies_run()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync("doctor", "--journal", "@studies.db");
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Assert.Contains("SQLite", run.Out);
        Assert.Contains("1 study, ", run.Out);
        Assert.Contains("a synchronised write to 'FOLDER' takes", run.Out);
    }

    private static IReadOnlyList<JournalEntry> Alter(IReadOnlyList<JournalEntry> entries)
    {
        int index = entries.ToList().FindIndex(entry => entry.Event is TrialPaused);
        var paused = (TrialPaused)entries[index].Event;
        JournalEntry altered = entries[index] with
        {
            Event = paused with { Reason = paused.Reason with { Kept = 9 } },
        };
        return [.. entries.Take(index), altered, .. entries.Skip(index + 1)];
    }
}
