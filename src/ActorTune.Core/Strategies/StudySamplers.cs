using ActorTune.Studies;

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
}
