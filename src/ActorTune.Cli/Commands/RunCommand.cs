using System.CommandLine;
using ActorTune.Cli.Output;
using ActorTune.Cli.Programs;
using ActorTune.Cli.Reading;
using ActorTune.Cli.Running;
using ActorTune.Cli.Screens;
using ActorTune.Hocon;

namespace ActorTune.Cli.Commands;

/// <summary>
/// <c>run FILE</c>: creates a study, or continues one, and works on it to its end.
/// </summary>
internal static class RunCommand
{
    internal static Command Create(CliConsole console)
    {
        Argument<string> file = CommonOptions.File();
        Option<string[]> set = CommonOptions.Set();
        Option<string?> journal = CommonOptions.Journal();
        Option<bool> json = CommonOptions.Json();
        var resume = new Option<bool>("--resume")
        {
            Description = "Continue the study if the journal has it; otherwise create it.",
        };
        var slots = new Option<int?>("--slots")
        {
            Description = "How many trials run at a time. Default: the file's run.slots.",
            HelpName = "COUNT",
        };
        var plain = new Option<bool>("--plain")
        {
            Description = "Plain lines instead of the live screen.",
        };
        var command = new Command(
            "run", "Create a study, or continue one with --resume, and work on it to its end.")
        {
            file, resume, set, journal, slots, plain, json,
        };
        command.Does(console, async (parsed, cancellation) =>
        {
            StudyFile study = Load(parsed, file, set, journal, slots, console);
            // With JSON the output is data alone: what is said on the way goes to the error stream.
            bool isJson = parsed.GetValue(json);
            CliConsole told = isJson
                ? console with { Out = console.Error, IsTerminal = false }
                : console with { IsTerminal = console.IsTerminal && !parsed.GetValue(plain) };
            var run = new RunRequest(
                study, parsed.GetValue(resume), isJson, ResumeWith(parsed, resume));
            return await RunAsync(console, told, run, cancellation);
        });
        return command;
    }

    internal static StudyFile Load(
        ParseResult parsed,
        Argument<string> file,
        Option<string[]> set,
        Option<string?> journal,
        Option<int?> slots,
        CliConsole console)
    {
        StudyFile study = ConfigurationFile.Load(
            parsed.GetRequiredValue(file), parsed.GetValue(set), console.Environment);
        if (parsed.GetValue(slots) is { } count)
        {
            if (count < 1)
                throw new CliException(ExitCode.BadInput, string.Create(
                    CultureInfo.InvariantCulture, $"--slots must be at least 1, got {count}"));
            study = study with { Node = study.Node with { Slots = count } };
        }

        StrictSlots.Check(study);
        return parsed.GetValue(journal) is { } path
            ? study with { Node = study.Node with { Journal = path } }
            : study;
    }

    /// <summary>The command line that goes on with this study, to be copied.</summary>
    private static string ResumeWith(ParseResult parsed, Option<bool> resume)
    {
        IEnumerable<string> words = parsed.Tokens
            .Select(token => token.Value)
            .Where(word => word != resume.Name)
            .Select(word => word.Any(char.IsWhiteSpace) ? $"'{word}'" : word);
        return $"actortune {string.Join(' ', words)} {resume.Name}";
    }

    private static async Task<int> RunAsync(
        CliConsole console,
        CliConsole told,
        RunRequest request,
        CancellationToken cancellation)
    {
        StudyFile file = request.File;
        var functions = new TrialFunctions(file.Folder, AppContext.BaseDirectory);
        CheckFunction(file, functions);
        var options = new SqliteJournalOptions { Durability = file.Node.Durability };
        await using var journal = new SqliteStudyJournal(file.Node.Journal, options);
        StudyOpening opening =
            await StudyOpening.DecideAsync(file, journal, request.Resume, cancellation);
        opening.Tell(told, journal, request.Resume);
        if (!opening.IsOver)
            await WorkAsync(told, file, journal, opening, functions);
        // The engine closes the journal with itself, so the end is read through another.
        await using SqliteStudyJournal read = JournalFiles.OpenExisting(file.Node.Journal);
        StudyState state = (await JournalFiles.FoldAsync(read, file.Study, null, cancellation))!;
        RunSummary summary = await RunSummary.OfAsync(read, state, file.Report, cancellation);
        if (request.IsJson)
            JsonOutput.Write(console.Out, summary.Write);
        else
            summary.Write(console.Out, request.ResumeWith);
        return summary.ExitCode;
    }

    private static async Task WorkAsync(
        CliConsole told,
        StudyFile file,
        SqliteStudyJournal journal,
        StudyOpening opening,
        TrialFunctions functions)
    {
        StudySpecification expected = opening.Specification with
        {
            Stop = opening.ChangedStop ?? opening.Specification.Stop,
        };
        TimeLeft left = TimeLeft.Of(expected, file.Node.Slots);
        await using IProgressScreen screen = told.IsTerminal
            ? new LiveScreen(told, left)
            : new PlainScreen(told.Out, left);
        var runner = new StudyRunner(told, file, journal, screen);
        await runner.RunAsync(
            async tuner =>
            {
                if (opening.Recorded is null)
                    return await tuner.StartAsync(opening.Specification, opening.Earlier);
                return opening.ChangedStop is { } stop
                    ? await tuner.ResumeAsync(file.Study, stop)
                    : await tuner.ResumeAsync(file.Study);
            },
            opening.Known,
            functions.Create);
    }

    private static void CheckFunction(StudyFile file, TrialFunctions functions)
    {
        if (file.Program.Function.Length == 0)
            return;
        try
        {
            functions.Create(file.Program.Function);
        }
        catch (CliException refused)
        {
            throw new HoconException(
                new HoconProblem(file.FunctionPlace, "program.function", refused.Message));
        }
    }

    private sealed record RunRequest(
        StudyFile File, bool Resume, bool IsJson, string ResumeWith);
}
