using ActorTune.Strategies.Samplers.Cfo;

namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>What became of a trial.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Standing">What it is worth; null where it failed.</param>
/// <param name="Value">The same as one number; null where it failed.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="Pending">
/// How many trials of its search had not been judged, itself counted.
/// </param>
internal readonly record struct JudgedTrial(
    LocalTrial Trial, Standing? Standing, double? Value, double Cost, int Pending);
