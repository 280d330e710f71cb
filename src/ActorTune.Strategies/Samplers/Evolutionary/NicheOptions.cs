using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>The options that <c>nsga-iii</c> has besides those of <c>nsga-ii</c>.</summary>
internal sealed record NicheOptions
{
    /// <summary>
    /// <c>divisions</c>: into how many steps each side of the plane of directions is divided.
    /// </summary>
    /// <value>
    /// Default: as many as give at most one direction for each member of the population, the
    /// proportion that the paper recommends.
    /// </value>
    internal int Divisions { get; init; }

    /// <summary>
    /// <c>inner-divisions</c>: those of a second layer of directions half as wide, for many
    /// objectives.
    /// </summary>
    /// <value>Default: 0, no such layer.</value>
    internal int InnerDivisions { get; init; }

    internal static NicheOptions Read(StrategyOptionReader reader, int objectives, int population)
    {
        int fallback = ReferencePoints.DivisionsFor(objectives, population);
        var options = new NicheOptions
        {
            Divisions = (int)reader.Integer("divisions", fallback, 1),
            InnerDivisions = (int)reader.Integer("inner-divisions", 0, 0),
        };
        foreach ((string name, int value) in (ReadOnlySpan<(string, int)>)[
            ("divisions", options.Divisions), ("inner-divisions", options.InnerDivisions)])
        {
            if (ReferencePoints.Count(objectives, value) <= ReferencePoints.MaxPoints)
                continue;
            reader.Refuse(name, string.Create(
                CultureInfo.InvariantCulture,
                $"{value} gives more than {ReferencePoints.MaxPoints} directions"));
            return new NicheOptions { Divisions = fallback };
        }

        return options;
    }
}
