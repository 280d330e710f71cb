namespace ActorTune.Studies;

/// <summary>What a trial has only while its attempt holds slots or waits to be tried again.
/// </summary>
internal sealed class LiveAttempt
{
    internal OfferId Offer { get; set; }

    internal Resource? Until { get; set; }

    internal Checkpoint? From { get; set; }

    internal long LastReport { get; set; }

    internal Resource Resource { get; set; }

    /// <summary>Up to when its time was counted.</summary>
    internal DateTimeOffset Since { get; set; }
}
