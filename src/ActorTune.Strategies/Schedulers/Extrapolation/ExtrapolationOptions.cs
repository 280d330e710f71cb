using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Schedulers.Extrapolation;

/// <summary>The options of <c>extrapolation</c>.</summary>
internal sealed record ExtrapolationOptions
{
    /// <summary>
    /// <c>p</c>: a trial is stopped when it becomes the best at the full resource with less than
    /// this probability.
    /// </summary>
    /// <value>Default: 0.05 (Domhan et al., IJCAI 2015, section 4).</value>
    internal double Threshold { get; init; } = 0.05;

    /// <summary><c>min-points</c>: how many measurements a trial must have.</summary>
    /// <value>Default: 4.</value>
    internal int MinPoints { get; init; } = 4;

    /// <summary>
    /// <c>startup-trials</c>: nothing is stopped before so many trials came to the full resource,
    /// from whose curves the spread of what is still to come is learned.
    /// </summary>
    /// <value>Default: 2.</value>
    internal int StartupTrials { get; init; } = 2;

    /// <summary>
    /// <c>warmup-steps</c> and <c>interval-steps</c>: at which measurements a trial is judged.
    /// </summary>
    /// <value>Default: at every one.</value>
    internal StepInterval Interval { get; init; } = StepInterval.Every;

    /// <summary>The study's full resource, which curves are extrapolated to.</summary>
    internal long Max { get; init; }

    internal static ExtrapolationOptions Read(
        StrategyOptionReader reader, StudySpecification specification)
    {
        long max = specification.MaxResource?.Units ?? 0;
        if (max == 0)
            reader.Refuse("max-resource", "is needed: set it as the study's max-resource");
        return new ExtrapolationOptions
        {
            Threshold = reader.Number("p", 0.05, 0, 1),
            MinPoints = (int)reader.Integer("min-points", 4, 2),
            StartupTrials = (int)reader.Integer("startup-trials", 2, 1),
            Interval = StepInterval.Read(reader),
            Max = max,
        };
    }
}
