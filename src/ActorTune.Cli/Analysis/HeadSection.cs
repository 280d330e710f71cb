using System.Text.Json;
using ActorTune.Analysis;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>Which trials are compared, what was left out, and the best of them.</summary>
internal sealed class HeadSection(AnalyzedStudy study) : IAnalysisSection
{
    /// <summary>With fewer trials than this a lower resource is worth naming.</summary>
    private const int FewTrials = 10;

    private readonly TrialTable _table = study.Table;

    private readonly AnalyzedTrial _best = TrialRanks.Of(study.Table)[0].Trial;

    /// <summary>The highest resource with enough trials, where those compared are few.</summary>
    private MeasuredResource? Richer => _table.Trials.Count >= FewTrials
        ? null
        : _table.MeasuredResources.LastOrDefault(one => one.TrialCount >= FewTrials);

    public void Write(TextWriter output, int width)
    {
        output.Write($"Study '{study.Name}': {Numbers.Word(_table.Objective.Direction)} "
            + $"{study.Metric}\n");
        output.Write($"  {Numbers.Of(_table.Trials.Count, "trial")} {study.Where} compared; "
            + $"left out: {_table.UnmeasuredCount} without a value there, "
            + $"{_table.FailedCount} failed or cancelled\n");
        output.Write($"  best: trial {_best.Number}, {Numbers.Value(_best.Value)}\n");
        if (Richer is { } richer)
            output.Write($"  few trials got there; {richer.TrialCount} have a value at "
                + $"{study.Specification.ResourceUnit} {richer.Resource}: "
                + $"--resource {richer.Resource}\n");
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("study", study.Name);
        writer.WriteString("metric", study.Metric);
        writer.WriteString("direction", Numbers.Word(_table.Objective.Direction));
        writer.WriteString("resource-unit", study.Specification.ResourceUnit);
        writer.WriteTable(_table);
        writer.WriteStartArray("measured");
        foreach (MeasuredResource one in _table.MeasuredResources)
        {
            writer.WriteStartObject();
            writer.WriteNumber("resource", one.Resource.Units);
            writer.WriteNumber("trials", one.TrialCount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("best");
        writer.WriteTrial(_best);
        writer.WriteEndObject();
    }
}
