namespace ActorTune.Simulation.WhatIf;

/// <summary>What would have been under another trial scheduler.</summary>
public sealed record WhatIfAnswer
{
    /// <summary>The trial scheduler.</summary>
    public required StrategyOptions Scheduler { get; init; }

    /// <summary>The version of its rule.</summary>
    public required string Version { get; init; }

    /// <summary>How many trials train at a time.</summary>
    public required int Slots { get; init; }

    /// <summary>
    /// What holds for every completion of the curves within the range, none of which fails.
    /// </summary>
    public required WhatIfQuantities Bound { get; init; }

    /// <summary>
    /// Credible intervals of 90 % under the curve model; null when none were asked for.
    /// </summary>
    public WhatIfQuantities? Estimate { get; init; }

    /// <summary>The medians under the curve model; null when none were asked for.</summary>
    public WhatIfQuantities? Median { get; init; }

    /// <summary>The decisions that depend on unseen measurements, by trial.</summary>
    public required IReadOnlyList<UnseenDecision> Unseen { get; init; }

    /// <summary>
    /// Whether the rule is one whose unseen decisions are reasoned about. Otherwise all that
    /// follows the first one is unknown.
    /// </summary>
    public required bool IsTraced { get; init; }

    /// <summary>Whether the schedule would have started more trials than were recorded.</summary>
    public required bool AsksForMore { get; init; }
}
