using System.Text.Json;

namespace ActorTune.Cli.Analysis;

/// <summary>One part of an analysis, as text or as members of a JSON object.</summary>
internal interface IAnalysisSection
{
    void Write(TextWriter output, int width);

    void Write(Utf8JsonWriter writer);
}
