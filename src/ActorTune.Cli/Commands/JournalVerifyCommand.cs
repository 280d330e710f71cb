using System.CommandLine;
using ActorTune.Cli.Explaining;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Commands;

/// <summary>
/// <c>journal verify</c>: recomputes every decision from the facts before it and compares.
/// </summary>
internal sealed class JournalVerifyCommand
{
    private readonly CliConsole _console;
    private readonly Argument<string?> _study = CommonOptions.Study();
    private readonly Option<string?> _journal = CommonOptions.Journal();
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<bool> _reasons = new("--reasons")
    {
        Description = "Check the statistics of every reason against the facts as well, and the "
            + "decision against the statistics.",
    };

    private JournalVerifyCommand(CliConsole console)
    {
        _console = console;
        _study.Description = "A study's name, or its configuration file. Default: all studies.";
    }

    internal static Command Create(CliConsole console)
    {
        var verify = new JournalVerifyCommand(console);
        var command = new Command(
            "verify", "Recompute every decision from the facts before it and compare.")
        {
            verify._study, verify._journal, verify._reasons, verify._json,
        };
        command.Does(console, verify.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        StudyTarget target = StudyTarget.Of(
            parsed.GetValue(_study), parsed.GetValue(_journal), _console);
        await using SqliteStudyJournal open = JournalFiles.OpenExisting(target.Journal);
        var verified = new List<VerifiedStudy>();
        // A study may be running: what is appended meanwhile is not looked at.
        foreach (StudyListing listing in await SelectAsync(open, target, cancellation))
            verified.Add(await VerifiedStudy.OfAsync(
                listing.Study,
                JournalFiles.ReadAsync(open, listing.Study, listing.Head, cancellation),
                parsed.GetValue(_reasons)));
        if (parsed.GetValue(_json))
            WriteJson(verified);
        else
            verified.ForEach(study => study.Write(_console.Out));
        return CodeOf(verified);
    }

    private static async Task<IReadOnlyList<StudyListing>> SelectAsync(
        SqliteStudyJournal journal, StudyTarget target, CancellationToken cancellation) =>
        target.Study is null && await journal.ListAsync(cancellation) is { Count: > 0 } all
            ? all
            : [await JournalFiles.FindAsync(journal, target.Study, cancellation)];

    private static int CodeOf(List<VerifiedStudy> verified)
    {
        if (verified.Any(study => !study.IsClean))
            return ExitCode.Differences;
        return verified.Any(study => study.Report.ForeignVersions.Count > 0)
            ? ExitCode.ForeignVersions
            : ExitCode.Ok;
    }

    private void WriteJson(List<VerifiedStudy> verified) =>
        JsonOutput.Write(_console.Out, writer =>
        {
            writer.WriteStartArray();
            foreach (VerifiedStudy study in verified)
                study.Write(writer);
            writer.WriteEndArray();
        });
}
