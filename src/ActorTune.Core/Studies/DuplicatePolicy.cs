namespace ActorTune.Studies;

/// <summary>What happens when a sampler suggests a configuration that was started before.</summary>
public enum DuplicatePolicy
{
    /// <summary>It is started again: a repeat measures the noise.</summary>
    Allow,

    /// <summary>The sampler is asked again a few times; then it is started again.</summary>
    Resample,

    /// <summary>
    /// Where a trial of that configuration has completed, its result is taken over and nothing is
    /// trained; otherwise it is started again.
    /// </summary>
    Reuse,
}
