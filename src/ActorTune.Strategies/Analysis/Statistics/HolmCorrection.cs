namespace ActorTune.Analysis.Statistics;

/// <summary>
/// Raises the probabilities of several tests so that all of them together are wrong no more often
/// than one (Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal
/// of Statistics 6, 1979).
/// </summary>
public static class HolmCorrection
{
    /// <summary>The corrected probabilities, in the order of those given.</summary>
    /// <param name="pValues">One for each test, between 0 and 1.</param>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> pValues)
    {
        int[] order = [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
        var corrected = new double[pValues.Count];
        double largest = 0;
        for (int place = 0; place < order.Length; place++)
        {
            double raised = (order.Length - place) * pValues[order[place]];
            largest = Math.Max(largest, Math.Min(1, raised));
            corrected[order[place]] = largest;
        }

        return corrected;
    }
}
