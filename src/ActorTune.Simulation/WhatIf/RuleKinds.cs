namespace ActorTune.Simulation.WhatIf;

/// <summary>The kinds of rules by their versions: another version is another rule.</summary>
internal static class RuleKinds
{
    private const string TopK = "top-k";

    internal static RuleKind Of(string version, StrategyOptions options) => version switch
    {
        "run-to-completion/1" => RuleKind.Complete,
        "successive-halving/2" or "hyperband-synchronous/2" => RuleKind.Synchronous,
        "asha-promotion/1" or "hyperband-asynchronous/1" => RuleKind.Promotion,
        "asha-stopping/3" when (options.Find("rule")?.AsText() ?? TopK) == TopK =>
            RuleKind.Stopping,
        _ => RuleKind.Other,
    };

    /// <summary>How many compete for one place in the next rung.</summary>
    internal static int ReductionFactor(StrategyOptions options) =>
        (int)(options.Find("reduction-factor")?.AsInt64() ?? 3);
}
