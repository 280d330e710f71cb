using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// The options of <c>nsga-ii</c> and <c>nsga-iii</c>; the defaults of the first five are those of
/// Optuna.
/// </summary>
internal sealed record NsgaOptions
{
    /// <summary><c>population</c>: how many parents, and how many results replace them.</summary>
    /// <value>Default: 50.</value>
    internal int Population { get; init; } = 50;

    /// <summary>
    /// <c>crossover-probability</c>: how often a child has two parents instead of one.
    /// </summary>
    /// <value>Default: 0.9.</value>
    internal double CrossoverProbability { get; init; } = 0.9;

    /// <summary>
    /// <c>swapping-probability</c>: how often a parameter comes from the second parent.
    /// </summary>
    /// <value>Default: 0.5.</value>
    internal double SwappingProbability { get; init; } = 0.5;

    /// <summary><c>mutation-probability</c>: how often a parameter is changed.</summary>
    /// <value>Default: null, one over the number of parameters active in the child.</value>
    internal double? MutationProbability { get; init; }

    /// <summary>
    /// <c>crossover</c>: <c>uniform</c> takes each parameter from one parent; <c>sbx</c>, simulated
    /// binary crossover (Deb and Agrawal 1995), draws ordered parameters around both.
    /// </summary>
    /// <value>Default: uniform.</value>
    internal bool IsSimulatedBinary { get; init; }

    /// <summary>
    /// <c>mutation</c>: <c>uniform</c> draws the value anew; <c>polynomial</c> (Deb and Goyal 1996)
    /// draws ordered parameters near the old value.
    /// </summary>
    /// <value>Default: uniform.</value>
    internal bool IsPolynomial { get; init; }

    /// <summary>
    /// <c>crossover-index</c>, eta of simulated binary crossover: the greater, the nearer to the
    /// parents.
    /// </summary>
    /// <value>Default: 20, as in the NSGA-II paper.</value>
    internal double CrossoverIndex { get; init; } = 20;

    /// <summary><c>mutation-index</c>, eta of polynomial mutation.</summary>
    /// <value>Default: 20, as in the NSGA-II paper.</value>
    internal double MutationIndex { get; init; } = 20;

    internal static NsgaOptions Read(StrategyOptionReader reader)
    {
        double mutation = reader.Number("mutation-probability", double.NaN, 0, 1);
        return new NsgaOptions
        {
            Population = (int)reader.Integer("population", 50, 2),
            CrossoverProbability = reader.Number("crossover-probability", 0.9, 0, 1),
            SwappingProbability = reader.Number("swapping-probability", 0.5, 0, 1),
            MutationProbability = double.IsNaN(mutation) ? null : mutation,
            IsSimulatedBinary = reader.Choice("crossover", "uniform", "uniform", "sbx") == "sbx",
            IsPolynomial =
                reader.Choice("mutation", "uniform", "uniform", "polynomial") == "polynomial",
            CrossoverIndex = reader.Number("crossover-index", 20, 0, 1000),
            MutationIndex = reader.Number("mutation-index", 20, 0, 1000),
        };
    }
}
