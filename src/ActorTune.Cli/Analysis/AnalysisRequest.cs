using ActorTune.Analysis;

namespace ActorTune.Cli.Analysis;

/// <summary>What is asked about a study; nothing but defaults asks for the overview.</summary>
internal sealed record AnalysisRequest
{
    /// <summary>Which measurements are compared.</summary>
    internal TrialSelection Selection { get; init; } = TrialSelection.AtHighestResource;

    /// <summary>The metric of the objective; null: the first one's.</summary>
    internal string? Objective { get; init; }

    internal ImportanceMethod? Importance { get; init; }

    internal string? Effect { get; init; }

    internal IReadOnlyList<string> Interaction { get; init; } = [];

    internal bool HasDistribution { get; init; }

    internal bool HasHistory { get; init; }

    internal int? Top { get; init; }

    /// <summary>The studies to compare with.</summary>
    internal IReadOnlyList<string> Others { get; init; } = [];

    internal bool IsOverview => Importance is null && Effect is null && Interaction.Count == 0
        && !HasDistribution && !HasHistory && Top is null && Others.Count == 0;
}
