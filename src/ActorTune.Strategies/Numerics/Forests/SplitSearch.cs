using ActorTune.Randomness;

namespace ActorTune.Strategies.Numerics.Forests;

/// <summary>
/// Looks for the split of one feature that leaves the least squared deviation (Breiman et al.,
/// "Classification and Regression Trees", 1984). Choices are put in the order of their means, in
/// which the best subset is a beginning (there, section 8.8); a threshold is drawn anywhere
/// between the two rows that it divides, as SMAC does.
/// </summary>
internal sealed class SplitSearch(
    IReadOnlyList<ForestFeature> features, double[][] rows, double[] values, int minLeaf)
{
    /// <summary>
    /// The best split of a feature with its gain, the sum over both sides of (sum of values)² / n;
    /// null where no split leaves enough rows on both sides.
    /// </summary>
    internal (ForestSplit Split, double Gain)? Best(
        int feature, ReadOnlySpan<int> members, RandomStream chance)
    {
        double unit = chance.NextDouble();
        double[]? places = features[feature].IsChoice ? PlacesOf(feature, members) : null;
        int[] order = members.ToArray();
        var keys = new double[order.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            double value = rows[order[i]][feature];
            keys[i] = places is null ? value : places[(int)value];
        }

        Array.Sort(keys, order);
        int cut = BestCut(keys, order, out double gain);
        if (cut < 0)
            return null;
        return (places is null
            ? new ForestSplit(feature, Between(keys[cut - 1], keys[cut], unit), null)
            : new ForestSplit(feature, 0, SetUpTo(keys[cut - 1], places, unit)), gain);
    }

    // Rows of equal keys are together on one side, so their order among each other, which the sort
    // does not fix, could change sums in the last bit: each group is summed in its rows' order.
    private static void FixOrder(double[] keys, int[] order)
    {
        for (int start = 0, end; start < keys.Length; start = end)
        {
            end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            Array.Sort(order, start, end - start);
        }
    }

    private int BestCut(double[] keys, int[] order, out double gain)
    {
        FixOrder(keys, order);
        double total = 0;
        foreach (int member in order)
            total += values[member];
        int best = -1;
        double left = 0;
        gain = double.NegativeInfinity;
        for (int cut = 1; cut < keys.Length; cut++)
        {
            left += values[order[cut - 1]];
            if (cut < minLeaf || keys.Length - cut < minLeaf || keys[cut] == keys[cut - 1])
                continue;
            double right = total - left;
            double reached = left * left / cut + right * right / (keys.Length - cut);
            if (reached > gain)
                (gain, best) = (reached, cut);
        }

        return best;
    }

    // The place of each choice in the order of the means; -1 where none of the rows has it.
    private double[] PlacesOf(int feature, ReadOnlySpan<int> members)
    {
        int choices = features[feature].Choices;
        var sums = new double[choices];
        var counts = new int[choices];
        foreach (int member in members)
        {
            int choice = (int)rows[member][feature];
            sums[choice] += values[member];
            counts[choice]++;
        }

        int[] present = [.. Enumerable.Range(0, choices).Where(choice => counts[choice] > 0)];
        Array.Sort(present, (first, second) =>
        {
            int order = (sums[first] / counts[first]).CompareTo(sums[second] / counts[second]);
            return order != 0 ? order : first.CompareTo(second);
        });
        var places = new double[choices];
        Array.Fill(places, -1);
        for (int i = 0; i < present.Length; i++)
            places[present[i]] = i;
        return places;
    }

    // A choice that no row has goes to either side by chance, all such choices of a split together.
    private static bool[] SetUpTo(double last, double[] places, double unit) =>
        [.. places.Select(place => place < 0 ? unit < 0.5 : place <= last)];

    private static double Between(double low, double high, double unit)
    {
        double threshold = low + unit * (high - low);
        return threshold < high ? threshold : low;
    }
}
