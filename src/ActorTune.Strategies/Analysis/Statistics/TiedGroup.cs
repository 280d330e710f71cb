namespace ActorTune.Analysis.Statistics;

/// <summary>Equal values: twice the rank that they share, and how many they are.</summary>
internal readonly record struct TiedGroup(long DoubledRank, int Count);
