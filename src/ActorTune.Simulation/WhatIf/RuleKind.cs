namespace ActorTune.Simulation.WhatIf;

/// <summary>What is known of a rule, so that its unseen decisions can be reasoned about.</summary>
internal enum RuleKind
{
    /// <summary>Nothing: what follows an unseen decision is unknown.</summary>
    Other,

    /// <summary>It decides nothing by value.</summary>
    Complete,

    /// <summary>The best of rungs of fixed sizes go on.</summary>
    Synchronous,

    /// <summary>The best floor(n / eta) of a growing rung go on, sooner or later.</summary>
    Promotion,

    /// <summary>Who is among the best max(1, floor(n / eta)) on arrival goes on.</summary>
    Stopping,
}
