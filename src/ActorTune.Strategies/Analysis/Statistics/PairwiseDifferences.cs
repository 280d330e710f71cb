namespace ActorTune.Analysis.Statistics;

/// <summary>
/// All differences of a value of one list and one of another, in order, without making them: the
/// number of differences up to a bound takes one walk through both lists.
/// </summary>
internal sealed class PairwiseDifferences(IReadOnlyList<double> left, IReadOnlyList<double> right)
{
    private readonly double[] _left = Lists.Sorted(left);
    private readonly double[] _right = Lists.Sorted(right);

    internal long Count => (long)_left.Length * _right.Length;

    internal double Median => Count % 2 == 1
        ? Select(Count / 2)
        : Lists.Middle(Select(Count / 2 - 1), Select(Count / 2));

    /// <summary>The difference at a place from 0 for the least, to the last bit.</summary>
    internal double Select(long place)
    {
        // The order of doubles as whole numbers is halved until one is left: 64 walks.
        long low = Order(_left[0] - _right[^1]);
        long high = Order(_left[^1] - _right[0]);
        while (low < high)
        {
            long middle = low + (long)((ulong)(high - low) / 2);
            if (CountUpTo(Number(middle)) > place)
                high = middle;
            else
                low = middle + 1;
        }

        return Number(low);
    }

    private long CountUpTo(double bound)
    {
        long count = 0;
        int from = 0;
        foreach (double value in _left)
        {
            while (from < _right.Length && value - _right[from] > bound)
                from++;
            count += _right.Length - from;
        }

        return count;
    }

    private static long Order(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number + 0.0);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double Number(long order) =>
        BitConverter.Int64BitsToDouble(order >= 0 ? order : long.MinValue - order);
}
