namespace ActorTune.Strategies.Samplers.Cfo;

/// <summary>Where a local search stands.</summary>
internal sealed record SearchPlace
{
    /// <summary>How often the search began anew.</summary>
    internal required int Round { get; init; }

    /// <summary>The number of the incumbent, counted over all starts.</summary>
    internal required int Centre { get; init; }

    /// <summary>The best configuration of this start; at first where it starts.</summary>
    internal required Configuration Incumbent { get; init; }

    /// <summary>The length of a move.</summary>
    internal required double Step { get; init; }

    /// <summary>Whether the starting place is being tried.</summary>
    internal bool IsStartGiven { get; init; }

    /// <summary>What the incumbent is worth; null before anything was measured.</summary>
    internal Standing? Standing { get; init; }

    /// <summary>How many trials of this start were judged.</summary>
    internal int JudgedCount { get; init; }

    /// <summary>How many of them were when the incumbent was.</summary>
    internal int BestAt { get; init; }

    /// <summary>How many were when the step shrank last; zero before.</summary>
    internal int ShrunkAt { get; init; }

    /// <summary>How many were when that shrinking began to count.</summary>
    internal int ShrunkBefore { get; init; }

    /// <summary>How many trials around the incumbent were no better.</summary>
    internal int MissCount { get; init; }
}
