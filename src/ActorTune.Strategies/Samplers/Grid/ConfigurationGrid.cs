namespace ActorTune.Strategies.Samplers.Grid;

/// <summary>
/// All configurations of a Cartesian product by position, those that differ only in inactive
/// parameters counted once. Nothing is listed: a position is a number in mixed radix.
/// </summary>
/// <remarks>
/// Parameters that others are conditional on vary slowest, then the others, the last declared one
/// fastest. What the constraints refuse has a position too.
/// </remarks>
internal sealed class ConfigurationGrid
{
    /// <summary>A longer grid would never be finished.</summary>
    internal const long MostConfigurations = 1L << 40;

    /// <summary>How many combinations of values of parents are told apart.</summary>
    internal const long MostBlocks = 1L << 16;

    private readonly SearchSpace _space;
    private readonly GridAxis[] _axes;
    private readonly int[] _parents;
    private readonly List<GridBlock> _blocks = [];
    private readonly Dictionary<long, GridBlock> _byCode = [];

    private ConfigurationGrid(SearchSpace space, GridAxis[] axes)
    {
        _space = space;
        _axes = axes;
        HashSet<string> names = [.. space.Parameters.SelectMany(p => p.When).Select(c => c.Parent)];
        _parents = [.. Enumerable.Range(0, axes.Length).Where(i => names.Contains(axes[i].Name))];
    }

    internal long Count { get; private set; }

    /// <summary>The grid, or null when it has more configurations or blocks than it may.</summary>
    internal static ConfigurationGrid? Create(SearchSpace space, long points)
    {
        var grid = new ConfigurationGrid(
            space, [.. space.Parameters.Select(parameter => new GridAxis(parameter, points))]);
        return grid.TryAddBlocks() ? grid : null;
    }

    /// <summary>The configuration at a position, or null when a constraint refuses it.</summary>
    internal Configuration? Find(long position)
    {
        GridBlock block = BlockOf(position);
        Configuration configuration = _space.Decode(PointOf(block, position - block.Start));
        return _space.Allows(configuration) ? configuration : null;
    }

    /// <summary>The position of a configuration, or -1 when it does not lie on the grid.</summary>
    internal long PositionOf(Configuration configuration)
    {
        long code = Number(configuration, _parents);
        if (code < 0 || !_byCode.TryGetValue(code, out GridBlock? block))
            return -1;
        long within = Number(configuration, block.Active);
        return within >= 0 && HasNamesOf(block, configuration) ? block.Start + within : -1;
    }

    private bool HasNamesOf(GridBlock block, Configuration configuration)
    {
        Configuration first = _space.Decode(PointOf(block, 0));
        return first.Count == configuration.Count && first.Names.All(configuration.Contains);
    }

    private bool TryAddBlocks()
    {
        Int128 codes = 1;
        foreach (int parent in _parents)
            codes *= _axes[parent].Count;
        if (codes > MostBlocks)
            return false;
        for (long code = 0; code < codes; code++)
        {
            if (!TryAddBlock(code))
                return false;
        }

        return true;
    }

    private bool TryAddBlock(long code)
    {
        Configuration configuration =
            _space.Decode(PointOf(new GridBlock(0, 1, code, []), 0));

        // An inactive parent stands at its first value; the others would repeat that block.
        if (Number(configuration, _parents) != code)
            return true;
        int[] active = [.. Enumerable.Range(0, _axes.Length).Where(
            i => !_parents.Contains(i) && configuration.Contains(_axes[i].Name))];
        Int128 size = 1;
        foreach (int axis in active)
        {
            size *= _axes[axis].Count;
            if (size > MostConfigurations)
                return false;
        }

        var block = new GridBlock(Count, (long)size, code, active);
        _blocks.Add(block);
        _byCode.Add(code, block);
        Count += block.Size;
        return Count <= MostConfigurations;
    }

    private GridBlock BlockOf(long position)
    {
        int low = 0;
        int high = _blocks.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_blocks[middle].Start <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return _blocks[low];
    }

    private double[] PointOf(GridBlock block, long within)
    {
        var point = new double[_axes.Length];
        Array.Fill(point, 0.5);
        Place(point, block.Code, _parents);
        Place(point, within, block.Active);
        return point;
    }

    private void Place(double[] point, long number, int[] axes)
    {
        for (int i = axes.Length - 1; i >= 0; i--)
        {
            GridAxis axis = _axes[axes[i]];
            point[axes[i]] = axis.UnitAt(number % axis.Count);
            number /= axis.Count;
        }
    }

    private long Number(Configuration configuration, int[] axes)
    {
        long number = 0;
        foreach (int index in axes)
        {
            GridAxis axis = _axes[index];
            long digit = configuration.TryGet(axis.Name, out ParameterValue value)
                ? axis.IndexOf(value)
                : 0;
            if (digit < 0)
                return -1;
            number = number * axis.Count + digit;
        }

        return number;
    }
}
