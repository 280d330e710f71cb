using System.Text.Json;
using ActorTune.Analysis;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>How much each parameter matters, with bars.</summary>
internal sealed class ImportanceSection(ImportanceTable table) : IAnalysisSection
{
    private const int BarWidth = 30;

    internal static ImportanceSection Of(AnalyzedStudy study, ImportanceMethod method) =>
        new(ImportanceTable.Of(study.Table, new ImportanceOptions
        {
            Method = method,
            Forest = study.Forest,
        }));

    public void Write(TextWriter output, int width)
    {
        output.Write($"\nImportance ({ImportanceMethods.NameOf(table.Method)}): {Meaning}\n");
        if (table.Parameters.All(parameter => parameter.Share <= 0))
        {
            output.Write("  nothing can be said: too few trials, or their values do not differ\n");
            return;
        }

        var rows = new TextTable("parameter", " share", "", " trials");
        foreach (ParameterImportance parameter in table.Parameters)
            rows.Add(
                parameter.Parameter,
                Numbers.Percent(parameter.Share),
                new string('#', (int)Math.Round(parameter.Share * BarWidth)),
                Numbers.Count(parameter.ActiveCount));
        rows.Write(output, width);
        WriteNotes(output);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteShares(table);
        writer.Number("explained-share", table.ExplainedShare);
        writer.WriteStartArray("parameters");
        foreach (ParameterImportance parameter in table.Parameters)
        {
            writer.WriteStartObject();
            writer.WriteString("parameter", parameter.Parameter);
            writer.WriteNumber("share", parameter.Share);
            writer.WriteNumber("importance", parameter.Importance);
            writer.WriteNumber("trials", parameter.ActiveCount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private string Meaning => table.Method switch
    {
        ImportanceMethod.PedAnova => "where the best 10 % of the trials differ from all",
        ImportanceMethod.FunctionalAnova => "what a parameter explains on its own",
        _ => "what is lost when a parameter's values are permuted",
    };

    private void WriteNotes(TextWriter output)
    {
        if (table.Parameters.Any(parameter => parameter.ActiveCount < table.TrialCount))
            output.Write("A conditional parameter is measured among the trials in which it is "
                + "active.\n");
        if (table.ExplainedShare is { } explained)
            output.Write(CellText.Explained(explained));
    }
}
