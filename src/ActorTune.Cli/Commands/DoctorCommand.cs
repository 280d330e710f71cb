using System.CommandLine;
using ActorTune.Cli.Checks;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Commands;

/// <summary><c>doctor</c>: what of this machine a study depends on.</summary>
internal static class DoctorCommand
{
    internal static Command Create(CliConsole console)
    {
        Option<string?> journal = CommonOptions.Journal();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("doctor", "Check what of this machine studies depend on.")
        {
            journal, json,
        };
        command.Does(console, async (parsed, cancellation) =>
        {
            StudyTarget target = StudyTarget.Of(null, parsed.GetValue(journal), console);
            IReadOnlyList<Finding> findings =
            [
                .. MachineChecks.Run(console),
                .. await JournalChecks.RunAsync(Path.GetFullPath(target.Journal), cancellation),
            ];
            if (parsed.GetValue(json))
                WriteJson(console, findings);
            else
                WriteText(console, findings);
            return findings.Any(finding => finding.Level == FindingLevel.Error)
                ? ExitCode.JournalUnusable
                : ExitCode.Ok;
        });
        return command;
    }

    private static void WriteText(CliConsole console, IReadOnlyList<Finding> findings)
    {
        var table = new TextTable("", "what", "found");
        foreach (Finding finding in findings)
            table.Add(Numbers.Word(finding.Level), finding.Subject, finding.Text);
        // A path that is cut helps nobody: lines may be as long as they are.
        table.Write(console.Out, int.MaxValue);
    }

    private static void WriteJson(CliConsole console, IReadOnlyList<Finding> findings) =>
        JsonOutput.Write(console.Out, writer =>
        {
            writer.WriteStartArray();
            foreach (Finding finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("subject", finding.Subject);
                writer.WriteString("level", Numbers.Word(finding.Level));
                writer.WriteString("found", finding.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
