using System.CommandLine;
using ActorTune.Cli.Output;
using ActorTune.Simulation;

namespace ActorTune.Cli.Commands;

/// <summary>
/// <c>journal verify</c>: recomputes every decision from the facts before it and compares.
/// </summary>
internal static class JournalVerifyCommand
{
    private const int MostProblemsTold = 20;

    internal static Command Create(CliConsole console)
    {
        Argument<string?> study = CommonOptions.Study();
        study.Description = "A study's name, or its configuration file. Default: all studies.";
        Option<string?> journal = CommonOptions.Journal();
        Option<bool> json = CommonOptions.Json();
        var command = new Command(
            "verify", "Recompute every decision from the facts before it and compare.")
        {
            study, journal, json,
        };
        command.Does(console, async (parsed, cancellation) =>
        {
            StudyTarget target = StudyTarget.Of(
                parsed.GetValue(study), parsed.GetValue(journal), console);
            await using SqliteStudyJournal open = JournalFiles.OpenExisting(target.Journal);
            var reports = new List<(StudyId Study, VerificationReport Report)>();
            foreach (StudyListing listing in await SelectAsync(open, target, cancellation))
                reports.Add((listing.Study, await VerifyAsync(open, listing, cancellation)));
            if (parsed.GetValue(json))
                WriteJson(console, reports);
            else
                reports.ForEach(pair => WriteText(console, pair.Study, pair.Report));
            return CodeOf(reports.Select(pair => pair.Report));
        });
        return command;
    }

    private static async Task<IReadOnlyList<StudyListing>> SelectAsync(
        SqliteStudyJournal journal, StudyTarget target, CancellationToken cancellation) =>
        target.Study is null && await journal.ListAsync(cancellation) is { Count: > 0 } all
            ? all
            : [await JournalFiles.FindAsync(journal, target.Study, cancellation)];

    private static async Task<VerificationReport> VerifyAsync(
        SqliteStudyJournal journal, StudyListing listing, CancellationToken cancellation)
    {
        // A study may be running: what is appended meanwhile is not looked at.
        var entries = new List<JournalEntry>();
        await foreach (JournalEntry entry in JournalFiles.ReadAsync(
            journal, listing.Study, listing.Head, cancellation))
            entries.Add(entry);
        return StudyVerification.Run(entries);
    }

    private static int CodeOf(IEnumerable<VerificationReport> reports)
    {
        int code = ExitCode.Ok;
        foreach (VerificationReport report in reports)
        {
            if (!report.IsClean)
                return ExitCode.Differences;
            if (report.ForeignVersions.Count > 0)
                code = ExitCode.ForeignVersions;
        }

        return code;
    }

    private static void WriteText(CliConsole console, StudyId study, VerificationReport report)
    {
        console.Out.Write($"Study '{study}': {Numbers.Of(report.Events, "event")}, "
            + $"{Numbers.Of(report.Decisions, "decision")}, of which {report.Recomputed} were "
            + "recomputed from the facts and are equal.\n");
        if (report.ForeignVersions.Count > 0)
            console.Out.Write("A part was recorded by "
                + $"{string.Join(", ", report.ForeignVersions)}, which this build does "
                + "not have: its decisions were not recomputed.\n");
        foreach (VerificationProblem problem in report.Problems.Take(MostProblemsTold))
            console.Out.Write($"  event {problem.Sequence}: {problem.Message}\n");
        if (report.Problems.Count > MostProblemsTold)
            console.Out.Write(
                $"  and {report.Problems.Count - MostProblemsTold} differences more\n");
    }

    private static void WriteJson(
        CliConsole console, IReadOnlyList<(StudyId Study, VerificationReport Report)> reports) =>
        JsonOutput.Write(console.Out, writer =>
        {
            writer.WriteStartArray();
            foreach ((StudyId study, VerificationReport report) in reports)
            {
                writer.WriteStartObject();
                writer.WriteString("study", study.Name);
                writer.WriteNumber("events", report.Events);
                writer.WriteNumber("decisions", report.Decisions);
                writer.WriteNumber("recomputed", report.Recomputed);
                writer.WriteStartArray("foreign-versions");
                foreach (string version in report.ForeignVersions)
                    writer.WriteStringValue(version);
                writer.WriteEndArray();
                writer.WriteStartArray("differences");
                foreach (VerificationProblem problem in report.Problems)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("sequence", problem.Sequence.Value);
                    writer.WriteString("message", problem.Message);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
