namespace ActorTune.Strategies.MultiObjective;

/// <summary>How two points compare where less is better in every objective.</summary>
internal static class Domination
{
    /// <summary>
    /// Whether one point is nowhere worse than another, and better somewhere.
    /// </summary>
    internal static bool Dominates(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        bool isBetter = false;
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] > right[i])
                return false;
            isBetter |= left[i] < right[i];
        }

        return isBetter;
    }

    /// <summary>The order by the first objective, then the second, and so on.</summary>
    internal static int Lexicographic(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            int order = left[i].CompareTo(right[i]);
            if (order != 0)
                return order;
        }

        return 0;
    }

    /// <exception cref="ArgumentException">
    /// The points differ in their number of objectives, have none, or one has no value.
    /// </exception>
    internal static void Require(IReadOnlyList<IReadOnlyList<double>> points, int objectives)
    {
        foreach (IReadOnlyList<double> point in points)
        {
            if (point.Count != objectives || objectives == 0)
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"A point has {point.Count} objectives where {Math.Max(1, objectives)} are "
                    + $"needed: give every point the same number, at least one."));
            if (point.Any(double.IsNaN))
                throw new ArgumentException(
                    "A point has an objective without a value: leave such points out.");
        }
    }
}
