namespace ActorTune.Studies;

/// <summary>Who chose a trial's configuration.</summary>
public enum SuggestionOrigin
{
    /// <summary>The sampler.</summary>
    Sampler,

    /// <summary>A person, by enqueueing it.</summary>
    Enqueued,

    /// <summary>The defaults of the search space.</summary>
    Defaults,

    /// <summary>The trial scheduler, from another trial's.</summary>
    Scheduler,
}
