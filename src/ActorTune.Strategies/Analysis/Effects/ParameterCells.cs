namespace ActorTune.Analysis;

/// <summary>
/// A parameter's values divided into cells: one for each value where these are few, or else cells
/// of equal width on the parameter's own scale.
/// </summary>
internal sealed class ParameterCells
{
    private readonly UnitScale _scale;
    private readonly double[] _edges;

    private ParameterCells(Parameter parameter, double[] edges, ParameterCell[] cells)
    {
        _scale = UnitScale.Of(parameter);
        _edges = edges;
        Cells = cells;
    }

    internal IReadOnlyList<ParameterCell> Cells { get; }

    internal int CellOf(ParameterValue value)
    {
        double place = _scale.PlaceOf(value);
        int cell = 0;
        while (cell < Cells.Count - 1 && place >= _edges[cell + 1])
            cell++;
        return cell;
    }

    /// <summary>The unit interval's part that a cell stands for.</summary>
    internal (double Low, double High) RangeOf(int cell) => (_edges[cell], _edges[cell + 1]);

    internal static ParameterCells Of(Parameter parameter, int most)
    {
        bool isListed = parameter is CategoricalParameter || parameter.ValueCount <= most;
        return isListed ? OfValues(parameter) : OfRanges(parameter, most);
    }

    // A value lies in the middle of its part of the interval, so the edges follow one another.
    private static ParameterCells OfValues(Parameter parameter)
    {
        int count = (int)parameter.ValueCount!.Value;
        var edges = new double[count + 1];
        var cells = new ParameterCell[count];
        for (int i = 0; i < count; i++)
        {
            ParameterValue value = parameter.ValueAt(i);
            cells[i] = new ParameterCell(value, value);
            edges[i + 1] = edges[i] + 2 * (parameter.Encode(value) - edges[i]);
        }

        edges[count] = 1;
        return new ParameterCells(parameter, edges, cells);
    }

    private static ParameterCells OfRanges(Parameter parameter, int count)
    {
        var edges = new double[count + 1];
        for (int i = 0; i <= count; i++)
            edges[i] = (double)i / count;
        var cells = new ParameterCell[count];
        for (int i = 0; i < count; i++)
        {
            // The upper edge belongs to the next cell; a grid's last value lies just below it.
            double last = parameter.ValueCount is null || i == count - 1
                ? edges[i + 1]
                : Math.BitDecrement(edges[i + 1]);
            cells[i] = new ParameterCell(parameter.Decode(edges[i]), parameter.Decode(last));
        }

        return new ParameterCells(parameter, edges, cells);
    }
}
