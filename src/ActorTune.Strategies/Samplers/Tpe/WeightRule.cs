namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>How much each configuration counts in a mixture.</summary>
internal enum WeightRule
{
    /// <summary>All alike.</summary>
    Equal,

    /// <summary>Older ones less; they come in the order of their age.</summary>
    Recency,

    /// <summary>Worse ones less; they come in the order of their rank.</summary>
    Rank,
}
