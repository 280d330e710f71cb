using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.Strategies;

/// <summary>Samplers as studies use them.</summary>
public static class StudySamplers
{
    /// <summary>
    /// The sampler that a specification names, under its policy for duplicates. Whoever runs or
    /// verifies a study takes it from here.
    /// </summary>
    /// <param name="catalog">Makes the sampler.</param>
    /// <param name="specification">The study.</param>
    /// <exception cref="InvalidStudyException">The name or an option is not known.</exception>
    public static ISampler SamplerOf(
        this IStrategyCatalog catalog, StudySpecification specification)
    {
        ISampler sampler = catalog.CreateSampler(specification);
        return specification.Duplicates == DuplicatePolicy.Resample
            ? new DistinctSampler(sampler)
            : sampler;
    }

    /// <summary>
    /// The sampler that is fed from an event on: one is made when a study is created, and anew
    /// where a fork says so. Ask before the event is folded.
    /// </summary>
    /// <param name="catalog">Makes the sampler.</param>
    /// <param name="change">The next event.</param>
    /// <param name="sampler">The sampler that was fed so far; null before the first event.</param>
    public static ISampler? SamplerFrom(
        this IStrategyCatalog catalog, StudyEvent change, ISampler? sampler) => change switch
        {
            StudyCreated created => catalog.SamplerOf(created.Specification),
            StudyForked { KeepsSampler: false } forked => catalog.SamplerOf(forked.Specification),
            _ => sampler,
        };
}
