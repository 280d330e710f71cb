using System.Text.Json;
using ActorTune.Analysis;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>The empirical distribution functions of studies, side by side.</summary>
internal sealed class DistributionSection(IReadOnlyList<AnalyzedStudy> studies) : IAnalysisSection
{
    private static readonly double[] Shares =
        [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

    private readonly ValueDistribution[] _distributions =
        [.. studies.Select(study => new ValueDistribution(study.Table))];

    public void Write(TextWriter output, int width)
    {
        output.Write($"\nValues of {studies[0].Metric} that a share of the trials reach\n");
        var rows = new TextTable(
            [" trials", .. studies.Select(study => " " + study.Name)]);
        foreach (double share in Shares)
            rows.Add(
            [
                "best " + Numbers.Percent(share),
                .. _distributions.Select(one => Numbers.Value(one.ValueReachedBy(share))),
            ]);
        rows.Write(output, width);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("edf");
        foreach ((int index, AnalyzedStudy study) in studies.Index())
        {
            writer.WriteStartObject();
            writer.WriteString("study", study.Name);
            writer.WriteStartArray("steps");
            foreach (DistributionStep step in _distributions[index].Steps())
            {
                writer.WriteStartObject();
                writer.WriteNumber("value", step.Value);
                writer.WriteNumber("share", step.Share);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
