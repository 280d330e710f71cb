using ActorTune.Strategies;
using ActorTune.Studies;

namespace ActorTune.TestKit.Strategies;

/// <summary>
/// A catalogue with a strategy of one's own in the place of the one that the specification names,
/// for the suites, the simulations and the simulated cluster.
/// </summary>
public sealed class OwnStrategies : IStrategyCatalog
{
    /// <summary>Makes the trial scheduler.</summary>
    /// <value>Default: null, the one that the specification names.</value>
    public Func<StudySpecification, ITrialScheduler>? Scheduler { get; init; }

    /// <summary>Makes the sampler.</summary>
    /// <value>Default: null, the one that the specification names.</value>
    public Func<StudySpecification, ISampler>? Sampler { get; init; }

    /// <summary>Makes everything else.</summary>
    /// <value>Default: the standard strategies.</value>
    public IStrategyCatalog Others { get; init; } = StandardStrategies.Instance;

    /// <inheritdoc/>
    public IReadOnlyList<Problem> Check(StudySpecification specification) => Others.Check(
        specification with
        {
            Scheduler = Scheduler is null
                ? specification.Scheduler
                : new StrategyOptions("run-to-completion"),
            Sampler = Sampler is null ? specification.Sampler : new StrategyOptions("random"),
        });

    /// <inheritdoc/>
    public ISampler CreateSampler(StudySpecification specification) =>
        Sampler?.Invoke(specification) ?? Others.CreateSampler(specification);

    /// <inheritdoc/>
    public ITrialScheduler CreateScheduler(StudySpecification specification) =>
        Scheduler?.Invoke(specification) ?? Others.CreateScheduler(specification);

    /// <inheritdoc/>
    public IStudyStopRule? CreateStopRule(StudySpecification specification) =>
        Others.CreateStopRule(specification);
}
