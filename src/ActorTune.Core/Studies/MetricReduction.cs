namespace ActorTune.Studies;

/// <summary>One value of many measurements, by an objective's rule.</summary>
internal sealed class MetricReduction(Objective objective)
{
    private readonly Queue<double> _window = new();
    private double? _value;

    /// <summary>The value with one more measurement.</summary>
    internal double Take(double measured)
    {
        double value = objective.Reduce.Kind switch
        {
            ReductionKind.Last => measured,
            ReductionKind.Best => _value is { } best && !objective.IsBetter(measured, best)
                ? best
                : measured,
            ReductionKind.MeanOfLast => Mean(measured),
            _ => throw new InvalidOperationException($"Unknown reduction {objective.Reduce}."),
        };
        _value = value;
        return value;
    }

    // Summed anew, oldest first: a running sum would drift.
    private double Mean(double measured)
    {
        _window.Enqueue(measured);
        if (_window.Count > objective.Reduce.Window)
            _window.Dequeue();
        double sum = 0;
        foreach (double value in _window)
            sum += value;
        return sum / _window.Count;
    }
}
