namespace ActorTune.Strategies.Samplers.Auto;

/// <summary>One line of the table by which <c>auto</c> chooses.</summary>
/// <param name="Sampler">What is chosen.</param>
/// <param name="Holds">When.</param>
/// <param name="Reason">What is said of it.</param>
internal sealed record SamplerRule(
    StrategyOptions Sampler,
    Func<StudyTraits, bool> Holds,
    Func<StudyTraits, FormattableString> Reason);
