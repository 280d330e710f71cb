using System.Text.Json;
using ActorTune.Analysis;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>How the objective depends on one parameter.</summary>
internal sealed class EffectSection(AnalyzedStudy study, MarginalEffect effect) : IAnalysisSection
{
    private bool IsModelled => effect.Cells[0].Modelled is not null;

    public void Write(TextWriter output, int width)
    {
        output.Write($"\nEffect of {effect.Parameter} on {study.Metric}, "
            + $"{Numbers.Of(effect.ActiveCount, "trial")}\n");
        var rows = IsModelled
            ? new TextTable(effect.Parameter, " trials", " mean", " error", " modelled", " spread")
            : new TextTable(effect.Parameter, " trials", " mean", " error");
        foreach (EffectCell cell in effect.Cells)
            rows.Add(Row(cell));
        rows.Write(output, width);
        if (IsModelled)
            output.Write("Modelled: a forest's mean over the whole space, and how far its trees "
                + "differ.\n");
    }

    private string[] Row(EffectCell cell)
    {
        string[] measured =
        [
            CellText.Of(cell.Cell),
            Numbers.Count(cell.Measured.Count),
            Numbers.Value(cell.Measured.Mean),
            CellText.Error(cell.Measured.StandardError),
        ];
        return IsModelled
            ? [.. measured, Numbers.Value(cell.Modelled), CellText.Error(cell.Spread)]
            : measured;
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("effect");
        writer.WriteString("parameter", effect.Parameter);
        writer.WriteNumber("trials", effect.ActiveCount);
        writer.WriteStartArray("cells");
        foreach (EffectCell cell in effect.Cells)
        {
            writer.WriteStartObject();
            writer.WriteCell(cell.Cell);
            writer.WriteSummary(cell.Measured);
            writer.Number("modelled", cell.Modelled);
            writer.Number("spread", cell.Spread);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
