namespace ActorTune.Simulation.WhatIf;

/// <summary>A recorded trial as it stands in a replay.</summary>
internal sealed class ReplayedTrial(int number, BracketIndex bracket, Resource? until)
{
    internal int Number => number;

    internal BracketIndex Bracket => bracket;

    internal Resource? Until { get; set; } = until;

    /// <summary>Up to where it was trained, over all attempts.</summary>
    internal long Resource { get; set; }

    /// <summary>From where its present attempt trains.</summary>
    internal long AttemptResource { get; set; }

    internal double Key { get; set; }

    internal bool IsMeasured { get; set; }

    internal bool IsFailed { get; set; }

    internal bool IsPaused { get; set; }

    internal bool IsFinishing { get; set; }

    internal long Ticks { get; set; }

    /// <summary>The report that it is on the way to; zero for its program's own end.</summary>
    internal long Next { get; set; }
}
