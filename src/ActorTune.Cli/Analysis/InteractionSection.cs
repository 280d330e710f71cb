using System.Text.Json;
using ActorTune.Analysis;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>How the objective depends on two parameters together.</summary>
internal sealed class InteractionSection(AnalyzedStudy study, ParameterInteraction interaction)
    : IAnalysisSection
{
    public void Write(TextWriter output, int width)
    {
        output.Write($"\nMean {study.Metric} by {interaction.First} (rows) and "
            + $"{interaction.Second} (columns), {Numbers.Of(interaction.ActiveCount, "trial")}\n");
        var rows = new TextTable(
            ["", .. interaction.SecondCells.Select(cell => " " + CellText.Of(cell))]);
        foreach ((int index, ParameterCell cell) in interaction.FirstCells.Index())
            rows.Add(
            [
                CellText.Of(cell),
                .. interaction.Table[index].Select(summary => Numbers.Value(summary.Mean)),
            ]);
        rows.Write(output, width);
        if (interaction.Shares is { } shares)
            Write(output, shares);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("interaction");
        writer.WriteString("first", interaction.First);
        writer.WriteString("second", interaction.Second);
        writer.WriteNumber("trials", interaction.ActiveCount);
        writer.Number("first-share", interaction.Shares?.First);
        writer.Number("second-share", interaction.Shares?.Second);
        writer.Number("pair-share", interaction.Shares?.Pair);
        writer.Number("explained-share", interaction.Shares?.ExplainedShare);
        writer.WriteStartArray("cells");
        foreach ((int row, ParameterCell first) in interaction.FirstCells.Index())
        {
            foreach ((int column, ParameterCell second) in interaction.SecondCells.Index())
                WriteCell(writer, first, second, interaction.Table[row][column]);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void Write(TextWriter output, InteractionShares shares)
    {
        output.Write($"Of a forest's variance {interaction.First} explains "
            + $"{Numbers.Percent(shares.First)}, {interaction.Second} "
            + $"{Numbers.Percent(shares.Second)}, both together "
            + $"{Numbers.Percent(shares.Pair)} more.\n");
        output.Write(CellText.Explained(shares.ExplainedShare));
    }

    private static void WriteCell(
        Utf8JsonWriter writer, ParameterCell first, ParameterCell second, ValueSummary summary)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("first");
        writer.WriteCell(first);
        writer.WriteEndObject();
        writer.WriteStartObject("second");
        writer.WriteCell(second);
        writer.WriteEndObject();
        writer.WriteSummary(summary);
        writer.WriteEndObject();
    }
}
