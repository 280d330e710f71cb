namespace ActorTune.Strategies.Schedulers.Asha;

/// <summary>
/// Who goes on when a trial with value v, smaller being better, arrives at a rung of stopping
/// ASHA that then has n values. Under every rule the first arrival and ties go on.
/// </summary>
internal enum StoppingRule
{
    /// <summary>
    /// v is at most the linear 1/eta quantile of the n values; a single value goes on. The rule of
    /// Syne Tune before 0.15.
    /// </summary>
    Quantile,

    /// <summary>
    /// v is at most the linear 1/eta quantile of the n - 1 values before it. The rule of Ray Tune.
    /// </summary>
    QuantileOfEarlier,

    /// <summary>At most n / eta values are strictly better. The rule of Syne Tune 0.15.</summary>
    ShareBetter,

    /// <summary>
    /// v is at most the max(floor(n / eta), 1)-th best of the n values. The rule of Optuna and of
    /// Determined.
    /// </summary>
    TopK,
}
