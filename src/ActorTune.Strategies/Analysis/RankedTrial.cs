namespace ActorTune.Analysis;

/// <summary>A trial with its place among all.</summary>
/// <param name="Rank">From 1 for the best; equal values share the better rank.</param>
/// <param name="Trial">The trial.</param>
public sealed record RankedTrial(int Rank, AnalyzedTrial Trial);
