namespace ActorTune.Simulation.WhatIf;

/// <summary>What a schedule costs and finds, each number between two.</summary>
/// <param name="Resource">All resource that is spent, repeated resource included.</param>
/// <param name="Seconds">The virtual time from the first start to the end.</param>
/// <param name="Best">The objective of the trial that is named best.</param>
/// <param name="Regret">
/// How much worse that trial is at the full resource than the best recorded one there.
/// </param>
/// <param name="MissedTop">
/// How many trials are not trained in full although they end among the top ones.
/// </param>
public sealed record WhatIfQuantities(
    NumberBound Resource,
    NumberBound Seconds,
    NumberBound Best,
    NumberBound Regret,
    NumberBound MissedTop)
{
    internal WhatIfQuantities Within(WhatIfQuantities bound) => new(
        Resource.Within(bound.Resource),
        Seconds.Within(bound.Seconds),
        Best.Within(bound.Best),
        Regret.Within(bound.Regret),
        MissedTop.Within(bound.MissedTop));
}
