namespace ActorTune.Objectives;

/// <summary>
/// How the measurements of a trial up to a resource become the one value that rungs, samplers and
/// the choice of the best trial compare.
/// </summary>
public readonly record struct Reduction
{
    private Reduction(ReductionKind kind, int window)
    {
        Kind = kind;
        Window = window;
    }

    /// <summary>The last measurement. This is the default.</summary>
    public static Reduction Last => default;

    /// <summary>The best measurement so far.</summary>
    public static Reduction Best => new(ReductionKind.Best, 0);

    /// <summary>The rule.</summary>
    public ReductionKind Kind { get; }

    /// <summary>How many measurements the mean covers; zero for the other rules.</summary>
    public int Window { get; }

    /// <summary>The mean of the last measurements.</summary>
    /// <param name="count">How many, at least 1; fewer are averaged while fewer exist.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static Reduction MeanOfLast(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new Reduction(ReductionKind.MeanOfLast, count);
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ReductionKind.Last => "last",
        ReductionKind.Best => "best",
        _ => string.Create(CultureInfo.InvariantCulture, $"mean of last {Window}"),
    };
}
