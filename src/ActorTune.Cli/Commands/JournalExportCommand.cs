using System.CommandLine;

namespace ActorTune.Cli.Commands;

/// <summary><c>journal export</c>: events as JSON lines, or measurements as CSV.</summary>
internal static class JournalExportCommand
{
    internal static Command Create(CliConsole console)
    {
        Argument<string?> study = CommonOptions.Study();
        Option<string?> journal = CommonOptions.Journal();
        Option<string> format = new Option<string>("--format")
        {
            Description = "jsonl: every event; csv: the measurements.",
            DefaultValueFactory = _ => "jsonl",
        }.AcceptOnlyFromAmong("jsonl", "csv");
        var output = new Option<string?>("--output", "-o")
        {
            Description = "A file that does not exist yet. Default: standard output.",
            HelpName = "PATH",
        };
        var command = new Command("export", "Write a study's journal as JSON lines or CSV.")
        {
            study, journal, format, output,
        };
        command.Does(console, async (parsed, cancellation) =>
        {
            StudyTarget target = StudyTarget.Of(
                parsed.GetValue(study), parsed.GetValue(journal), console);
            await using OpenStudy open = await target.OpenAsync(cancellation);
            string? path = parsed.GetValue(output);
            TextWriter writer = path is null ? console.Out : Create(path);
            try
            {
                await WriteAsync(open, parsed.GetValue(format)!, writer, cancellation);
            }
            finally
            {
                if (path is not null)
                    await writer.DisposeAsync();
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Task WriteAsync(
        OpenStudy open, string format, TextWriter writer, CancellationToken cancellation) =>
        format == "csv"
            ? JournalExport.WriteMeasurementsAsync(
                open.Journal, open.Study, writer, cancellation)
            : JournalExport.WriteJsonLinesAsync(
                open.ReadAsync(open.Listing.Head, cancellation), writer, cancellation);

    private static StreamWriter Create(string path)
    {
        try
        {
            return new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(
                ExitCode.BadInput, $"'{path}' cannot be created: {failure.Message}");
        }
    }
}
