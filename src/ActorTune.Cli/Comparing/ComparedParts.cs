namespace ActorTune.Cli.Comparing;

/// <summary>What of two journals is compared.</summary>
internal enum ComparedParts
{
    /// <summary>All but times, process numbers, workers and the study's name.</summary>
    Events,

    /// <summary>Everything.</summary>
    All,

    /// <summary>
    /// Measurements and what was decided, without where and in which attempt it ran: what two
    /// runs of a study on different machines have in common.
    /// </summary>
    Decisions,
}
