namespace ActorTune.Analysis.Statistics;

/// <summary>What the statistics demand of the lists that they are given.</summary>
internal static class Lists
{
    internal static void Demand(IReadOnlyList<double> values, string name)
    {
        if (values.Count == 0)
            throw new ArgumentException("There must be at least one value.", name);
        foreach (double value in values)
        {
            if (double.IsNaN(value))
                throw new ArgumentException("NaN has no rank; leave such values out.", name);
        }
    }

    internal static double[] Sorted(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    internal static double Median(ReadOnlySpan<double> sorted)
    {
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1
            ? sorted[middle]
            : Middle(sorted[middle - 1], sorted[middle]);
    }

    /// <summary>The mean of two values, which does not overflow.</summary>
    internal static double Middle(double left, double right) => left / 2 + right / 2;

    internal static void DemandConfidence(double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(
                nameof(confidence), confidence, "A confidence lies between 0 and 1.");
    }
}
