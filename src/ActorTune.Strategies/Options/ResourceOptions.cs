using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Options;

/// <summary>The three numbers that every halving rule has.</summary>
/// <param name="Min">The least resource, r: the bottom rung.</param>
/// <param name="Max">The full resource, R.</param>
/// <param name="ReductionFactor">How many compete for one place in the next rung, eta.</param>
internal sealed record ResourceOptions(long Min, long Max, int ReductionFactor)
{
    /// <summary>
    /// The factor of the Hyperband paper's experiments (Li et al., JMLR 2018, section 2.6: 3 or 4).
    /// </summary>
    internal const int DefaultReductionFactor = 3;

    /// <summary>
    /// Whether the three make sense together; otherwise the reader holds the problem.
    /// </summary>
    internal bool IsUsable => Max >= 1 && Min <= Max;

    /// <summary>The levels of ASHA's rungs from the bottom; one where nothing is usable.</summary>
    internal long[] Levels => IsUsable ? RungLevels.Asha(Min, Max, ReductionFactor) : [1];

    internal static ResourceOptions Read(
        StrategyOptionReader reader, StudySpecification specification)
    {
        long most = specification.MaxResource?.Units ?? 0;
        long max = reader.Integer("max-resource", most, 1, long.MaxValue);
        long min = reader.Integer("min-resource", 1, 1, long.MaxValue);
        long factor = reader.Integer("reduction-factor", DefaultReductionFactor, 2);
        if (max == 0)
            reader.Refuse("max-resource", "is needed: set it here or as the study's max-resource");
        else if (most > 0 && max > most)
            reader.Refuse("max-resource", string.Create(
                CultureInfo.InvariantCulture,
                $"must not be above the study's max-resource {most}, got {max}"));
        else if (min > max)
            reader.Refuse("min-resource", string.Create(
                CultureInfo.InvariantCulture,
                $"must not be above max-resource {max}, got {min}"));
        return new ResourceOptions(min, max, (int)factor);
    }
}
