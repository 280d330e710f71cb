using ActorTune.Analysis;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>Trials as rows of a table.</summary>
internal static class TrialRows
{
    internal static TextTable Create(string first, AnalyzedStudy study) => new(
        first, " trial", " " + study.Specification.ResourceUnit, " " + study.Metric,
        "configuration");

    internal static void Add(this TextTable rows, string first, AnalyzedTrial trial) => rows.Add(
        first,
        trial.Number.ToString(),
        trial.Resource.ToString(),
        Numbers.Value(trial.Value),
        Numbers.Short(trial.Configuration));
}
