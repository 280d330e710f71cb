using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.Grid;

/// <summary>The options of <c>grid</c>.</summary>
internal sealed record GridOptions
{
    /// <summary>
    /// <c>points</c>: how many values of each continuous float are tried, evenly on its scale and
    /// with both ends.
    /// </summary>
    /// <value>Default: none; a space with continuous floats is refused without it.</value>
    internal long Points { get; init; }

    /// <summary>
    /// <c>shuffle</c>: whether the grid is visited in an order drawn from the study's seed, so
    /// that a study that ends early has looked everywhere.
    /// </summary>
    /// <value>Default: false, the lexicographic order.</value>
    internal bool IsShuffled { get; init; }

    internal static GridOptions Read(StrategyOptionReader reader) => new()
    {
        Points = reader.Integer("points", 0, 1),
        IsShuffled = reader.Flag("shuffle", false),
    };

    /// <summary>The grid, or null with the reasons told to the reader.</summary>
    internal ConfigurationGrid? Create(SearchSpace space, StrategyOptionReader reader)
    {
        bool isWhole = true;
        foreach (Parameter parameter in space.Parameters)
        {
            if (Points > 0 || parameter.ValueCount is not null)
                continue;
            isWhole = false;
            reader.Refuse(
                "points",
                $"'{parameter.Name}' is a continuum: set points, the number of its values to try, "
                + "or give the parameter a step");
        }

        if (!isWhole)
            return null;
        ConfigurationGrid? grid = ConfigurationGrid.Create(space, Points);
        if (grid is null)
            reader.Refuse("points", string.Create(
                CultureInfo.InvariantCulture,
                $"the grid has more than {ConfigurationGrid.MostConfigurations} configurations, or "
                + $"more than {ConfigurationGrid.MostBlocks} combinations of the parameters that "
                + $"others depend on; use coarser steps, fewer points, or the random sampler"));
        return grid;
    }
}
