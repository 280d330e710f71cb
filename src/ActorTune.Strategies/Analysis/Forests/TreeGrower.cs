using ActorTune.Randomness;

namespace ActorTune.Analysis.Forests;

/// <summary>
/// Grows a tree by the cuts that reduce the variance most (Breiman, Friedman, Olshen, Stone, 1984),
/// each sought among five sixths of the parameters, drawn anew, as in the forests of Hutter, Hoos
/// and Leyton-Brown (2014).
/// </summary>
internal sealed class TreeGrower
{
    private const int LeastLeaf = 3;
    private const int MostDepth = 24;

    private readonly ForestColumn[] _columns;
    private readonly double[] _values;
    private readonly RandomStream _chance;
    private readonly int[] _divisible;
    private readonly int[] _rows;
    private readonly int[] _spare;
    private readonly int[] _counts = new int[byte.MaxValue];
    private readonly double[] _sums = new double[byte.MaxValue];
    private readonly ForestTree _tree = new();

    private TreeGrower(
        ForestColumn[] columns, double[] values, int[] rows, RandomStream chance)
    {
        _columns = columns;
        _values = values;
        _rows = rows;
        _spare = new int[rows.Length];
        _chance = chance;
        _divisible = [.. Enumerable.Range(0, columns.Length).Where(i => columns[i].Count > 1)];
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="columns">The parameters.</param>
    /// <param name="values">The value of each trial.</param>
    /// <param name="rows">The trials to fit, some more than once; taken over.</param>
    /// <param name="chance">Draws the parameters that are looked at.</param>
    internal static ForestTree Grow(
        ForestColumn[] columns, double[] values, int[] rows, RandomStream chance)
    {
        var grower = new TreeGrower(columns, values, rows, chance);
        var low = new byte[columns.Length];
        byte[] high = [.. columns.Select(column => (byte)column.Count)];
        grower.Grow(0, rows.Length, low, high, 0);
        return grower._tree;
    }

    private int Grow(int from, int to, byte[] low, byte[] high, int depth)
    {
        double sum = 0;
        for (int i = from; i < to; i++)
            sum += _values[_rows[i]];
        double mean = sum / (to - from);
        Cut cut = to - from < 2 * LeastLeaf || depth == MostDepth
            ? default
            : FindCut(from, to, low, high);
        // What rounding alone can gain is no cut.
        if (!(cut.Gain > sum * mean + 1e-12 * Squares(from, to)))
            return _tree.AddLeaf(new ForestLeaf(low, high, mean));
        int middle = Divide(from, to, cut);
        int branch = _tree.AddBranch(cut.Parameter, cut.Cell);
        byte[] below = [.. high];
        byte[] above = [.. low];
        below[cut.Parameter] = above[cut.Parameter] = (byte)cut.Cell;
        int left = Grow(from, middle, low, below, depth + 1);
        int right = Grow(middle, to, above, high, depth + 1);
        _tree.Join(branch, left, right);
        return branch;
    }

    private double Squares(int from, int to)
    {
        double squares = 0;
        for (int i = from; i < to; i++)
            squares += _values[_rows[i]] * _values[_rows[i]];
        return squares;
    }

    private Cut FindCut(int from, int to, byte[] low, byte[] high)
    {
        Cut best = default;
        int looked = (5 * _divisible.Length + 5) / 6;
        for (int i = 0; i < looked; i++)
        {
            int other = i + _chance.NextInt32(_divisible.Length - i);
            (_divisible[i], _divisible[other]) = (_divisible[other], _divisible[i]);
            int parameter = _divisible[i];
            if (high[parameter] - low[parameter] < 2)
                continue;
            Cut cut = FindCut(from, to, parameter, low[parameter], high[parameter]);
            if (cut.Gain > best.Gain)
                best = cut;
        }

        return best;
    }

    // The sum of squares about the means is least where sum^2 / count of both sides is largest.
    private Cut FindCut(int from, int to, int parameter, int low, int high)
    {
        double total = Count(from, to, _columns[parameter].Codes, low, high);
        Cut best = default;
        int below = 0;
        double sum = 0;
        for (int cell = low; cell < high - 1; cell++)
        {
            below += _counts[cell];
            sum += _sums[cell];
            int above = to - from - below;
            if (below < LeastLeaf || above < LeastLeaf || _counts[cell] == 0)
                continue;
            double gain = sum * sum / below + (total - sum) * (total - sum) / above;
            if (gain > best.Gain)
                best = new Cut(gain, parameter, Centred(cell + 1, high));
        }

        return best;
    }

    // Where cells are empty the cut goes through their middle.
    private int Centred(int cell, int high)
    {
        int next = cell;
        while (next < high - 1 && _counts[next] == 0)
            next++;
        return cell + (next - cell) / 2;
    }

    private double Count(int from, int to, byte[] codes, int low, int high)
    {
        Array.Clear(_counts, low, high - low);
        Array.Clear(_sums, low, high - low);
        double total = 0;
        for (int i = from; i < to; i++)
        {
            int row = _rows[i];
            _counts[codes[row]]++;
            _sums[codes[row]] += _values[row];
            total += _values[row];
        }

        return total;
    }

    private int Divide(int from, int to, in Cut cut)
    {
        byte[] codes = _columns[cut.Parameter].Codes;
        int below = from;
        int above = 0;
        for (int i = from; i < to; i++)
        {
            if (codes[_rows[i]] < cut.Cell)
                _rows[below++] = _rows[i];
            else
                _spare[above++] = _rows[i];
        }

        Array.Copy(_spare, 0, _rows, below, above);
        return below;
    }

    private readonly record struct Cut(double Gain, int Parameter, int Cell);
}
