using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Hyperband;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Samplers.Dehb;

/// <summary>The options of <c>dehb</c>; the factors are those of the paper.</summary>
internal sealed record DehbOptions
{
    // A mutant needs three parents besides its target.
    private const int LeastMembers = 4;

    /// <summary>
    /// <c>mutation-factor</c>, F: how far the difference of two parents moves the third.
    /// </summary>
    /// <value>Default: 0.5.</value>
    internal double MutationFactor { get; init; } = 0.5;

    /// <summary>
    /// <c>crossover-probability</c>, Cr: how often a parameter comes from the mutant.
    /// </summary>
    /// <value>Default: 0.5.</value>
    internal double CrossoverProbability { get; init; } = 0.5;

    /// <summary><c>population</c>: how many members each rung's population has.</summary>
    /// <value>
    /// Default: with <c>hyperband</c> as many as the bracket that starts at the rung has trials, at
    /// least 4 (Awad et al. 2021, section 3); otherwise, and at other rungs, 20.
    /// </value>
    internal int Population { get; init; } = 20;

    /// <summary>The sizes at the rungs at which brackets start.</summary>
    internal IReadOnlyDictionary<long, int> Sizes { get; init; } = new Dictionary<long, int>();

    internal static DehbOptions Read(
        StrategyOptionReader reader, StudySpecification specification)
    {
        int population = (int)reader.Integer("population", 0, LeastMembers);
        var options = new DehbOptions
        {
            MutationFactor = reader.Number("mutation-factor", 0.5, 0, 2),
            CrossoverProbability = reader.Number("crossover-probability", 0.5, 0, 1),
        };
        return population > 0
            ? options with { Population = population }
            : options with { Sizes = SizesOf(specification) };
    }

    // What is wrong with the scheduler's options is reported where it is created.
    private static Dictionary<long, int> SizesOf(StudySpecification specification)
    {
        var sizes = new Dictionary<long, int>();
        if (specification.Scheduler.Name != "hyperband")
            return sizes;
        var reader = new StrategyOptionReader("scheduler", specification.Scheduler);
        foreach (BracketPlan bracket in HyperbandOptions.Read(reader, specification).Brackets)
            sizes[bracket.Levels[0]] = Math.Max(LeastMembers, bracket.Sizes[0]);
        return sizes;
    }
}
