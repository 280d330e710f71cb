using ActorTune.Analysis.Statistics;

namespace ActorTune.Analysis;

/// <summary>
/// The empirical distribution function of the values of a study: which share of the trials reached
/// each value. Several studies side by side show which samples better regions of its space.
/// </summary>
public sealed class ValueDistribution
{
    private readonly double[] _sorted;
    private readonly Direction _direction;

    /// <summary>Creates the distribution of a table's values.</summary>
    /// <exception cref="ArgumentException">The table has no trial.</exception>
    public ValueDistribution(TrialTable table)
    {
        Lists.Demand(table.Values, nameof(table));
        _sorted = Lists.Sorted(table.Values);
        _direction = table.Objective.Direction;
        if (_direction == Direction.Maximize)
            Array.Reverse(_sorted);
    }

    /// <summary>The values, best first.</summary>
    public IReadOnlyList<double> Values => _sorted;

    /// <summary>The share of trials that are at least as good as a value.</summary>
    public double ShareReaching(double value)
    {
        int low = 0;
        int high = _sorted.Length;
        while (low < high)
        {
            int middle = low + (high - low) / 2;
            bool reaches = _direction == Direction.Minimize
                ? _sorted[middle] <= value
                : _sorted[middle] >= value;
            if (reaches)
                low = middle + 1;
            else
                high = middle;
        }

        return (double)low / _sorted.Length;
    }

    /// <summary>The value that a share of the trials reach; 0.1: the best tenth.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public double ValueReachedBy(double share)
    {
        if (!(share > 0 && share <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(share), share, "A share lies above 0 and is at most 1.");
        return _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];
    }

    /// <summary>
    /// The function itself: each different value, best first, with the share that reaches it.
    /// </summary>
    public IReadOnlyList<DistributionStep> Steps()
    {
        var steps = new List<DistributionStep>();
        for (int i = 0; i < _sorted.Length; i++)
        {
            if (i + 1 == _sorted.Length || !_sorted[i].Equals(_sorted[i + 1]))
                steps.Add(new DistributionStep(_sorted[i], (i + 1.0) / _sorted.Length));
        }

        return steps;
    }
}
