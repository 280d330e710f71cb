using ActorTune.Studies;

namespace ActorTune.Strategies;

/// <summary>
/// Makes the strategies that a specification names. The engine knows no other way to one.
/// </summary>
public interface IStrategyCatalog
{
    /// <summary>
    /// What is wrong with the specification's sampler, scheduler and their options.
    /// </summary>
    IReadOnlyList<Problem> Check(StudySpecification specification);

    /// <summary>A sampler in its first state.</summary>
    /// <exception cref="InvalidStudyException">The name or an option is not known.</exception>
    ISampler CreateSampler(StudySpecification specification);

    /// <summary>A trial scheduler in its first state.</summary>
    /// <exception cref="InvalidStudyException">The name or an option is not known.</exception>
    ITrialScheduler CreateScheduler(StudySpecification specification);

    /// <summary>
    /// The rule that judges whether a further trial is worth it, as the specification's stop
    /// conditions ask for it; null where they do not.
    /// </summary>
    IStudyStopRule? CreateStopRule(StudySpecification specification);
}
