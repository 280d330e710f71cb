namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>What moves the covariance matrix at the end of a generation.</summary>
/// <param name="Path">The rank-one path, p_c.</param>
/// <param name="RankOneRate">c_1.</param>
/// <param name="Stall">What c_1 c_c (2 - c_c) leaves of C where the path stalls.</param>
/// <param name="RankMuRate">c_mu.</param>
/// <param name="Weights">The weights by rank: their sum is what C loses.</param>
/// <param name="StepWeights">The same, the negative ones by the length of the step (46).</param>
/// <param name="Steps">The steps y by rank.</param>
/// <param name="Activity">
/// 1 or 0 for each coordinate of each step by rank; null where all are active.
/// </param>
internal readonly record struct CovarianceUpdate(
    double[] Path,
    double RankOneRate,
    double Stall,
    double RankMuRate,
    double[] Weights,
    double[] StepWeights,
    double[][] Steps,
    double[][]? Activity);
