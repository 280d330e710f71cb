using ActorTune.Strategies;
using ActorTune.Studies;

namespace ActorTune.TestKit.Strategies;

/// <summary>A catalogue whose trial schedulers are watched.</summary>
internal sealed class WatchedCatalog(
    IStrategyCatalog inner, bool reloadsAlways) : IStrategyCatalog
{
    /// <inheritdoc/>
    public IReadOnlyList<Problem> Check(StudySpecification specification) =>
        inner.Check(specification);

    /// <inheritdoc/>
    public ISampler CreateSampler(StudySpecification specification) =>
        inner.CreateSampler(specification);

    /// <inheritdoc/>
    public IStudyStopRule? CreateStopRule(StudySpecification specification) =>
        inner.CreateStopRule(specification);

    /// <inheritdoc/>
    public ITrialScheduler CreateScheduler(StudySpecification specification) =>
        new WatchedScheduler(
            inner.CreateScheduler(specification), () => inner.CreateScheduler(specification))
        {
            ReloadsAlways = reloadsAlways,
            Most = specification.MaxResource,
        };
}
