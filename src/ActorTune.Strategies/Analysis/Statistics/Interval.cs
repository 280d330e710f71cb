namespace ActorTune.Analysis.Statistics;

/// <summary>An estimate between two bounds.</summary>
/// <param name="Estimate">The value itself.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
/// <param name="Confidence">
/// In what share of repetitions such bounds would hold the true value.
/// </param>
public sealed record Interval(double Estimate, double Low, double High, double Confidence);
