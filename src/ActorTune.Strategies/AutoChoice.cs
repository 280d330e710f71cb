using ActorTune.Strategies.Samplers.Auto;

namespace ActorTune.Strategies;

/// <summary>What the sampler <c>auto</c> uses for a study.</summary>
/// <param name="Sampler">The chosen sampler with its options.</param>
/// <param name="Reason">Why, in one sentence for plans and screens.</param>
public sealed record AutoChoice(StrategyOptions Sampler, string Reason)
{
    /// <summary>The name of the sampler that chooses.</summary>
    public const string SamplerName = "auto";

    /// <summary>The chosen sampler's name.</summary>
    public string Name => Sampler.Name;

    /// <summary>
    /// The choice for a study. It follows from the specification alone, so whoever has that
    /// chooses alike.
    /// </summary>
    /// <param name="specification">The study as it was created.</param>
    public static AutoChoice Of(StudySpecification specification) =>
        SamplerRules.Choose(StudyTraits.Of(specification));
}
