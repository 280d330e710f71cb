namespace ActorTune.Analysis.Forests;

/// <summary>
/// How a tree's variance over the whole space, every place of the unit cube equally likely, is
/// made up (Hutter, Hoos, Leyton-Brown, "An efficient approach for assessing hyperparameter
/// importance", ICML 2014, algorithms 1 and 2). The leaves are boxes, so all of it is exact.
/// </summary>
internal sealed class TreeVariance
{
    private readonly ForestColumn[] _columns;
    private readonly IReadOnlyList<ForestLeaf> _leaves;
    private readonly double[] _volumes;

    internal TreeVariance(ForestTree tree, ReadOnlySpan<ForestColumn> columns)
    {
        _columns = columns.ToArray();
        _leaves = tree.Leaves;
        _volumes = [.. _leaves.Select(Volume)];
        for (int i = 0; i < _volumes.Length; i++)
            Mean += _volumes[i] * _leaves[i].Value;
        for (int i = 0; i < _volumes.Length; i++)
            Total += _volumes[i] * Square(_leaves[i].Value - Mean);
    }

    /// <summary>The mean over the space.</summary>
    internal double Mean { get; }

    /// <summary>The variance over the space.</summary>
    internal double Total { get; }

    /// <summary>The mean over the space for each cell of one parameter.</summary>
    internal double[] Marginal(int parameter)
    {
        ForestColumn column = _columns[parameter];
        var marginal = new double[column.Count];
        for (int i = 0; i < _volumes.Length; i++)
        {
            ForestLeaf leaf = _leaves[i];
            int low = leaf.Low[parameter], high = leaf.High[parameter];
            double part = leaf.Value * _volumes[i] / column.Width(low, high);
            for (int cell = low; cell < high; cell++)
                marginal[cell] += part;
        }

        return marginal;
    }

    /// <summary>The variance that one parameter explains on its own.</summary>
    internal double Of(int parameter)
    {
        ForestColumn column = _columns[parameter];
        double[] marginal = Marginal(parameter);
        double variance = 0;
        for (int cell = 0; cell < marginal.Length; cell++)
            variance += column.Width(cell, cell + 1) * Square(marginal[cell] - Mean);
        return variance;
    }

    /// <summary>The variance that two parameters explain beyond each on its own.</summary>
    internal double Of(int first, int second)
    {
        ForestColumn rows = _columns[first], columns = _columns[second];
        double[,] marginal = Marginal(first, second);
        double variance = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            for (int column = 0; column < columns.Count; column++)
                variance += rows.Width(row, row + 1) * columns.Width(column, column + 1)
                    * Square(marginal[row, column] - Mean);
        }

        return Math.Max(0, variance - Of(first) - Of(second));
    }

    private double[,] Marginal(int first, int second)
    {
        ForestColumn rows = _columns[first], columns = _columns[second];
        var marginal = new double[rows.Count, columns.Count];
        for (int i = 0; i < _volumes.Length; i++)
        {
            ForestLeaf leaf = _leaves[i];
            double area = rows.Width(leaf.Low[first], leaf.High[first])
                * columns.Width(leaf.Low[second], leaf.High[second]);
            for (int row = leaf.Low[first]; row < leaf.High[first]; row++)
            {
                for (int column = leaf.Low[second]; column < leaf.High[second]; column++)
                    marginal[row, column] += leaf.Value * _volumes[i] / area;
            }
        }

        return marginal;
    }

    private double Volume(ForestLeaf leaf)
    {
        double volume = 1;
        for (int i = 0; i < _columns.Length; i++)
            volume *= _columns[i].Width(leaf.Low[i], leaf.High[i]);
        return volume;
    }

    private static double Square(double number) => number * number;
}
