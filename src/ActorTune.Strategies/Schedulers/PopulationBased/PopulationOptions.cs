using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Schedulers.PopulationBased;

/// <summary>The options of <c>pbt</c>; defaults are those of Ray Tune where it has some.</summary>
internal sealed record PopulationOptions
{
    /// <summary><c>population</c>: how many trials are trained side by side.</summary>
    /// <value>Default: 20, the smallest population of Jaderberg et al. (2017).</value>
    internal int Population { get; init; } = 20;

    /// <summary>
    /// <c>interval</c>: the resource between two comparisons with the rest of the population.
    /// </summary>
    /// <value>Default: a tenth of the full resource, rounded up.</value>
    internal long Interval { get; init; } = 1;

    /// <summary>
    /// <c>quantile</c>: the share of the population that is replaced, and the share at the top
    /// that it is replaced from.
    /// </summary>
    /// <value>Default: 0.25.</value>
    internal double Quantile { get; init; } = 0.25;

    /// <summary>
    /// <c>resample-probability</c>: the chance that a value is drawn anew and not perturbed.
    /// </summary>
    /// <value>Default: 0.25.</value>
    internal double ResampleProbability { get; init; } = 0.25;

    /// <summary><c>raise-factor</c>: what a number is multiplied by to raise it.</summary>
    /// <value>Default: 1.2.</value>
    internal double RaiseFactor { get; init; } = 1.2;

    /// <summary><c>lower-factor</c>: what a number is multiplied by to lower it.</summary>
    /// <value>Default: 0.8.</value>
    internal double LowerFactor { get; init; } = 0.8;

    /// <summary>
    /// <c>keep</c>: the parameters that a child takes over as they are, with commas between them:
    /// those that shape the model, whose checkpoint fits no other values.
    /// </summary>
    /// <value>Default: none.</value>
    internal IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>The resource of a fully trained trial.</summary>
    internal long Max { get; init; }

    internal static PopulationOptions Read(
        StrategyOptionReader reader, StudySpecification specification)
    {
        long max = specification.MaxResource?.Units ?? 0;
        if (max == 0)
            reader.Refuse("interval", "needs the study's max-resource");
        long tenth = Math.Max(1, max / 10 + (max % 10 > 0 ? 1 : 0));
        return new PopulationOptions
        {
            Population = (int)reader.Integer("population", 20, 2),
            Interval = reader.Integer("interval", tenth, 1, Math.Max(1, max)),
            Quantile = reader.Number("quantile", 0.25, 1e-6, 0.5),
            ResampleProbability = reader.Number("resample-probability", 0.25, 0, 1),
            RaiseFactor = reader.Number("raise-factor", 1.2, 1, 1e6),
            LowerFactor = reader.Number("lower-factor", 0.8, 0, 1),
            Keep = reader.Names(
                "keep", [.. specification.SearchSpace.Parameters.Select(one => one.Name)]),
            Max = max,
        };
    }

    /// <summary>How many of so many trials belong to the quantile at one end.</summary>
    internal int QuantileOf(int count)
    {
        int share = (int)Math.Ceiling(count * Quantile);
        return Math.Min(share, count / 2);
    }

    /// <summary>The resource of the next comparison after one.</summary>
    internal Resource After(Resource reached) =>
        new(Math.Min(Max, (reached.Units / Interval + 1) * Interval));
}
