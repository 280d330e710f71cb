using System.Text.Json;
using ActorTune.Analysis;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>How the best value came about, trial by trial.</summary>
internal sealed class HistorySection(AnalyzedStudy study) : IAnalysisSection
{
    private readonly IReadOnlyList<AnalyzedTrial> _improvements =
        TrialRanks.Improvements(study.Table);

    public void Write(TextWriter output, int width)
    {
        output.Write("\nTrials that were better than all before them\n");
        TextTable rows = TrialRows.Create(" step", study);
        foreach ((int index, AnalyzedTrial trial) in _improvements.Index())
            rows.Add(Numbers.Count(index + 1), trial);
        rows.Write(output, width);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("history");
        foreach (AnalyzedTrial trial in _improvements)
        {
            writer.WriteStartObject();
            writer.WriteTrial(trial);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
