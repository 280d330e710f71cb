using System.Text.Json;
using ActorTune.Analysis;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>The best trials with their ranks.</summary>
internal sealed class RanksSection(AnalyzedStudy study, int top) : IAnalysisSection
{
    private readonly RankedTrial[] _ranked = [.. TrialRanks.Of(study.Table).Take(top)];

    public void Write(TextWriter output, int width)
    {
        output.Write($"\nBest {_ranked.Length} of "
            + $"{Numbers.Of(study.Table.Trials.Count, "trial")}\n");
        TextTable rows = TrialRows.Create(" rank", study);
        foreach (RankedTrial ranked in _ranked)
            rows.Add(Numbers.Count(ranked.Rank), ranked.Trial);
        rows.Write(output, width);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("top");
        foreach (RankedTrial ranked in _ranked)
        {
            writer.WriteStartObject();
            writer.WriteNumber("rank", ranked.Rank);
            writer.WriteTrial(ranked.Trial);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
