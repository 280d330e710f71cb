namespace ActorTune.Analysis;

/// <summary>How importance is to be measured.</summary>
public sealed record ImportanceOptions
{
    /// <summary>The method.</summary>
    /// <value>Default: PED-ANOVA.</value>
    public ImportanceMethod Method { get; init; }

    /// <summary>Which share of the trials counts as the best, for PED-ANOVA.</summary>
    /// <value>Default: 0.1, as in the paper.</value>
    public double TargetShare { get; init; } = 0.1;

    /// <summary>The forest of the other two methods.</summary>
    /// <value>Default: 64 trees, seed 0.</value>
    public ForestOptions Forest { get; init; } = new();
}
