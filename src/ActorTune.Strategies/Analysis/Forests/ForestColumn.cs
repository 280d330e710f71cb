namespace ActorTune.Analysis.Forests;

/// <summary>
/// A parameter as a forest sees it: the unit interval cut into at most 64 cells, one for each value
/// where these are few, or else cells that hold about as many trials each.
/// </summary>
internal sealed class ForestColumn
{
    private const int MostCells = 64;

    private ForestColumn(double[] edges, double[] places)
    {
        Edges = edges;
        Codes = new byte[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int found = Array.BinarySearch(edges, 1, Count - 1, places[i]);
            Codes[i] = (byte)(found >= 0 ? found : ~found - 1);
        }
    }

    /// <summary>Where the cells begin, and 1.</summary>
    internal double[] Edges { get; }

    /// <summary>How many cells there are.</summary>
    internal int Count => Edges.Length - 1;

    /// <summary>The cell of each trial.</summary>
    internal byte[] Codes { get; }

    internal double Width(int low, int high) => Edges[high] - Edges[low];

    /// <param name="parameter">The parameter.</param>
    /// <param name="column">Its values by trial; where it is inactive it stands at 0.5.</param>
    /// <param name="rows">The trials that count.</param>
    internal static ForestColumn Of(
        Parameter parameter, ReadOnlySpan<ParameterValue?> column, ReadOnlySpan<int> rows)
    {
        var scale = UnitScale.Of(parameter);
        var places = new double[rows.Length];
        for (int i = 0; i < places.Length; i++)
            places[i] = column[rows[i]] is { } value ? scale.PlaceOf(value) : 0.5;
        return new ForestColumn(
            parameter.ValueCount <= MostCells ? ValueEdges(parameter) : Quantiles(places), places);
    }

    private static double[] ValueEdges(Parameter parameter)
    {
        var cells = ParameterCells.Of(parameter, MostCells);
        return [0, .. cells.Cells.Select((_, cell) => cells.RangeOf(cell).High)];
    }

    // Cells of about as many trials, cut between different neighbours: equal ones stay together.
    private static double[] Quantiles(double[] places)
    {
        double[] sorted = [.. places];
        Array.Sort(sorted);
        var edges = new List<double> { 0 };
        for (int cell = 1; cell < MostCells; cell++)
        {
            int first = Math.Max(1, (int)((long)cell * sorted.Length / MostCells));
            while (first < sorted.Length && sorted[first].Equals(sorted[first - 1]))
                first++;
            if (first >= sorted.Length)
                break;
            double edge = sorted[first - 1] + (sorted[first] - sorted[first - 1]) / 2;
            if (edge > edges[^1] && edge > sorted[first - 1] && edge < 1)
                edges.Add(edge);
        }

        edges.Add(1);
        return [.. edges];
    }
}
