namespace ActorTune.Strategies.Samplers.Dehb;

/// <summary>A trial that has not ended.</summary>
internal sealed class LiveTrial(int number, double[] point)
{
    internal int Number { get; } = number;

    internal double[] Point { get; } = point;

    /// <summary>The resource of its next decision; that of the last rung for its own end.</summary>
    internal long Until { get; set; }

    /// <summary>The place that it competes for at that rung; -1 for none.</summary>
    internal int Target { get; set; } = -1;

    /// <summary>Its latest measurement; null before any.</summary>
    internal Member? Latest { get; set; }
}
