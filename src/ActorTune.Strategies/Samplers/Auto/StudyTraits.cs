using ActorTune.Strategies.Samplers.Grid;

namespace ActorTune.Strategies.Samplers.Auto;

/// <summary>What the choice of a sampler depends on.</summary>
internal sealed record StudyTraits
{
    /// <summary>How many configurations will be started; null when nothing says so.</summary>
    internal int? Trials { get; init; }

    /// <summary>How many objectives there are.</summary>
    internal int Objectives { get; init; } = 1;

    /// <summary>
    /// How many configurations the space has; null when they are a continuum or too many to count.
    /// </summary>
    internal long? Configurations { get; init; }

    /// <summary>How many parameters have more than one value.</summary>
    internal int Free { get; init; }

    /// <summary>How many of those are floats or integers.</summary>
    internal int Numeric { get; init; }

    /// <summary>Whether a parameter depends on another.</summary>
    internal bool IsConditional { get; init; }

    /// <summary>
    /// Whether all trials are measured at the same resource, so that their values compare.
    /// </summary>
    internal bool TrainsInFull { get; init; } = true;

    /// <summary>Whether every parameter that can change is a number.</summary>
    internal bool IsNumeric => Free > 0 && Numeric == Free;

    /// <summary>Whether at least two thirds of them are.</summary>
    internal bool IsMostlyNumeric => Free > 0 && 3 * Numeric >= 2 * Free;

    internal static StudyTraits Of(StudySpecification specification)
    {
        SearchSpace space = specification.SearchSpace;
        List<Parameter> free = [.. space.Parameters.Where(p => p.ValueCount != 1)];
        bool isFinite = space.Parameters.All(parameter => parameter.ValueCount is not null);
        return new StudyTraits
        {
            Trials = specification.Stop.Trials,
            Objectives = specification.Objectives.Count,
            Configurations = isFinite ? ConfigurationGrid.Create(space, 0)?.Count : null,
            Free = free.Count,
            Numeric = free.Count(p => p is FloatParameter or IntegerParameter),
            IsConditional = space.Parameters.Any(parameter => parameter.When.Count > 0),
            TrainsInFull = specification.MaxResource is null
                || specification.Scheduler.Name == "run-to-completion",
        };
    }
}
