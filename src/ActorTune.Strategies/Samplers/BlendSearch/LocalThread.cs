using ActorTune.Strategies.Samplers.Cfo;

namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>One local search among several.</summary>
internal sealed class LocalThread(int id, LocalSearch search, SearchProgress progress)
{
    /// <summary>Its number, from 1.</summary>
    internal int Id { get; } = id;

    /// <summary>The search.</summary>
    internal LocalSearch Search { get; } = search;

    /// <summary>Its cost and its best.</summary>
    internal SearchProgress Progress { get; set; } = progress;

    /// <summary>How many of its trials have not been judged.</summary>
    internal int PendingCount { get; set; }
}
