using System.CommandLine;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Commands;

/// <summary><c>show</c>: a study with its rungs and trials, now or at any event.</summary>
internal static class ShowCommand
{
    internal static Command Create(CliConsole console)
    {
        Argument<string?> study = CommonOptions.Study();
        Option<string?> journal = CommonOptions.Journal();
        Option<long?> at = CommonOptions.At();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("show", "Show a study: where it stands, its rungs, its trials.")
        {
            study, journal, at, json,
        };
        command.Does(console, async (parsed, cancellation) =>
        {
            StudyTarget target = StudyTarget.Of(
                parsed.GetValue(study), parsed.GetValue(journal), console);
            await using OpenStudy open = await target.OpenAsync(cancellation);
            StudyState state = await open.FoldAsync(parsed.GetValue(at), cancellation);
            var report = new StudyReport(state);
            if (parsed.GetValue(json))
                JsonOutput.Write(console.Out, report.Write);
            else
                report.Write(console.Out, console.Width);
            return ExitCode.Ok;
        });
        return command;
    }
}
