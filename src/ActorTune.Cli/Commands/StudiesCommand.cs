using System.CommandLine;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Commands;

/// <summary><c>studies</c>: what a journal holds.</summary>
internal static class StudiesCommand
{
    internal static Command Create(CliConsole console)
    {
        Option<string?> journal = CommonOptions.Journal();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("studies", "List the studies of a journal.")
        {
            journal, json,
        };
        command.Does(console, async (parsed, cancellation) =>
        {
            StudyTarget target = StudyTarget.Of(null, parsed.GetValue(journal), console);
            await using SqliteStudyJournal open = JournalFiles.OpenExisting(target.Journal);
            var states = new List<(StudyListing Listing, StudyState State)>();
            foreach (StudyListing listing in await open.ListAsync(cancellation))
            {
                StudyState? state = await JournalFiles.FoldAsync(
                    open, listing.Study, listing.Head, cancellation);
                states.Add((listing, state!));
            }

            if (parsed.GetValue(json))
                WriteJson(console, states);
            else
                WriteText(console, open.Path, states);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void WriteText(
        CliConsole console, string path, List<(StudyListing Listing, StudyState State)> states)
    {
        if (states.Count == 0)
        {
            console.Out.Write($"The journal '{path}' has no studies.\n");
            return;
        }

        var table = new TextTable(
            "study", "phase", " trials", " events", "created (UTC)", "last event (UTC)", " best");
        foreach ((StudyListing listing, StudyState state) in states)
            table.Add(
                listing.Study.Name,
                Numbers.Word(state.Phase),
                Numbers.Count(state.Trials.Count),
                Numbers.Count(listing.EventCount),
                Numbers.Date(listing.CreatedAt),
                Numbers.Date(listing.LastAt),
                Numbers.Value(BestTrials.Best(state)?.Value));
        table.Write(console.Out, console.Width);
    }

    private static void WriteJson(
        CliConsole console, List<(StudyListing Listing, StudyState State)> states) =>
        JsonOutput.Write(console.Out, writer =>
        {
            writer.WriteStartArray();
            foreach ((StudyListing listing, StudyState state) in states)
            {
                writer.WriteStartObject();
                writer.WriteString("study", listing.Study.Name);
                writer.WriteString("phase", Numbers.Word(state.Phase));
                writer.WriteNumber("trials", state.Trials.Count);
                writer.WriteNumber("events", listing.EventCount);
                writer.WriteString("created-at", listing.CreatedAt);
                writer.WriteString("last-at", listing.LastAt);
                writer.WriteString("metric", state.Objective.Metric);
                writer.Number("best-value", BestTrials.Best(state)?.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
