using System.CommandLine;
using ActorTune.Cli.Forking;
using ActorTune.Cli.Output;
using ActorTune.Cli.Reading;
using ActorTune.Hocon;

namespace ActorTune.Cli.Commands;

/// <summary>
/// <c>fork</c>: a new study that shares the past of another one and goes on in another way.
/// </summary>
internal sealed class ForkCommand
{
    private readonly CliConsole _console;
    private readonly Argument<string?> _study = CommonOptions.Study();
    private readonly Option<string[]> _set = CommonOptions.Set();
    private readonly Option<string?> _journal = CommonOptions.Journal();
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<long?> _at = new("--at")
    {
        Description = "The last event that is shared. Default: the last one there is.",
        HelpName = "SEQUENCE",
    };

    private readonly Option<string?> _as = new("--as")
    {
        Description = "The new study's name. Default: the parent's with -fork.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _folder = new("--folder")
    {
        Description = "Where studies keep checkpoints. Default: the configuration file's, or "
            + "actortune-files.",
        HelpName = "PATH",
    };

    private readonly Option<string?> _write = new("--write")
    {
        Description = "Write the new study's configuration file, to run it with.",
        HelpName = "FILE",
    };

    private ForkCommand(CliConsole console)
    {
        _console = console;
        _set.Description = "Set a value of the study's configuration, for example "
            + "--set scheduler.asha.reduction-factor=4. May be repeated.";
    }

    internal static Command Create(CliConsole console)
    {
        var fork = new ForkCommand(console);
        var command = new Command(
            "fork",
            "Make a study that shares another one's past, checkpoints included, and goes on under "
            + "another strategy, search space or end.")
        {
            fork._study, fork._at, fork._as, fork._set, fork._journal, fork._folder, fork._write,
            fork._json,
        };
        command.Does(console, fork.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string? named = parsed.GetValue(_study);
        StudyTarget target = StudyTarget.Of(named, parsed.GetValue(_journal), _console);
        await using OpenStudy open = await target.OpenAsync(cancellation);
        long at = parsed.GetValue(_at) ?? open.Listing.Head.Value;
        StudyPast past = await StudyPast.ReadAsync(
            open.Journal, open.Study, open.Find(at)!.Value, cancellation);
        StudySpecification before = past.State.Specification;
        StudyId name = await NameAsync(open, parsed.GetValue(_as), cancellation);
        string[] set = parsed.GetValue(_set) ?? [];
        string? file = named == target.Study ? null : named;
        ForkDefinition definition =
            ForkDefinition.Read(before, file, name, set, _console.Environment);
        RefuseExisting(parsed.GetValue(_write));
        ForkOutcome fork = await ForkAsync(
            parsed, open, past, definition.Resolve(before), definition);
        string? written = WriteFile(parsed, target, definition);
        var report = new ForkReport(fork, before, GoOnWith(written, file, name, set));
        if (parsed.GetValue(_json))
            JsonOutput.Write(_console.Out, report.Write);
        else
            report.Write(_console.Out);
        return ExitCode.Ok;
    }

    private async Task<ForkOutcome> ForkAsync(
        ParseResult parsed,
        OpenStudy open,
        StudyPast past,
        StudySpecification specification,
        ForkDefinition definition)
    {
        string folder = parsed.GetValue(_folder) ?? definition.File.Node.Folder;
        try
        {
            return await StudyForks.ForkAsync(
                open.Journal, folder, past, specification);
        }
        catch (StudyExistsException exists)
        {
            throw new CliException(
                ExitCode.BadInput,
                $"the journal '{open.Journal.Path}' has a study '{exists.Study}' already; choose "
                + "another name with --as");
        }
    }

    private static async Task<StudyId> NameAsync(
        OpenStudy open, string? given, CancellationToken cancellation)
    {
        if (given is not null && !StudyId.IsValid(given))
            throw new CliException(
                ExitCode.BadInput,
                $"--as: '{given}' cannot name a study: use 1 to 100 letters, digits, '.', '-' or "
                + "'_'");
        if (given is not null)
            return new StudyId(given);
        HashSet<string> taken = [.. (await open.Journal.ListAsync(cancellation))
            .Select(listing => listing.Study.Name)];
        string name = $"{open.Study}-fork";
        for (int number = 2; taken.Contains(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{open.Study}-fork{number}");
        return new StudyId(name);
    }

    private static void RefuseExisting(string? path)
    {
        if (path is not null && File.Exists(path))
            throw new CliException(
                ExitCode.BadInput, $"--write: '{path}' exists; name a file that does not");
    }

    private string? WriteFile(ParseResult parsed, StudyTarget target, ForkDefinition definition)
    {
        if (parsed.GetValue(_write) is not { } path)
            return null;
        string text = HoconRenderer.ToHocon(definition.Document.Root);
        string journal = HoconRenderer.ToHocon(HoconDocument.Parse("{}", new HoconParseOptions
        {
            Overrides =
            [
                $"run.journal = {Quoted(target.Journal)}",
                $"run.folder = {Quoted(parsed.GetValue(_folder) ?? definition.File.Node.Folder)}",
            ],
        }).Root);
        File.WriteAllText(path, text + journal);
        return path;
    }

    private static string Quoted(string text) =>
        System.Text.Json.JsonSerializer.Serialize(text);

    private static string GoOnWith(
        string? written, string? file, StudyId name, string[] set)
    {
        if (written is not null)
            return $"Go on with it: actortune run {Word(written)} --resume";
        if (file is null)
            return "Go on with it: actortune run FILE --resume, where FILE defines it; --write "
                + "makes such a file.";
        IEnumerable<string> assignments = set.Select(one => $" --set {Word(one)}");
        return $"Go on with it: actortune run {Word(file)} --resume --set study={name}"
            + string.Concat(assignments);
    }

    private static string Word(string word) =>
        word.Any(letter => char.IsWhiteSpace(letter) || letter is '{' or '"' or '\'' or '*')
            ? $"'{word}'"
            : word;
}
