using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.SuccessiveHalving;

/// <summary>The options of <c>successive-halving</c>.</summary>
internal sealed record SuccessiveHalvingOptions
{
    /// <summary>
    /// r, R and eta: <c>min-resource</c>, <c>max-resource</c>, <c>reduction-factor</c>.
    /// </summary>
    /// <value>Defaults: 1, the study's max-resource, 3.</value>
    internal required ResourceOptions Resources { get; init; }

    /// <summary>
    /// The rungs of every bracket, made from <c>configurations</c>: n, the trials of its bottom
    /// rung. Rung i takes floor(n / eta^i); fewer than eta^s_max trials have fewer rungs, so that
    /// one trial always comes to R (Jamieson and Talwalkar, AISTATS 2016).
    /// </summary>
    /// <value>Default: eta^s_max.</value>
    internal required BracketPlan Plan { get; init; }

    internal static SuccessiveHalvingOptions Read(
        StrategyOptionReader reader, StudySpecification specification)
    {
        ResourceOptions resources = ResourceOptions.Read(reader, specification);
        long given = reader.Integer("configurations", 0, 1);
        BracketPlan? plan = resources.IsUsable
            ? BracketPlan.OfTrials(
                resources.Min,
                resources.Max,
                resources.ReductionFactor,
                given == 0 ? null : given)
            : null;
        if (plan is null && resources.IsUsable)
            reader.Refuse("configurations", string.Create(
                CultureInfo.InvariantCulture,
                $"the default for resources {resources.Min} to {resources.Max} is more than "
                + $"{int.MaxValue}; set it, or raise min-resource"));
        return new SuccessiveHalvingOptions
        {
            Resources = resources,
            Plan = plan ?? new BracketPlan([1], [1]),
        };
    }
}
