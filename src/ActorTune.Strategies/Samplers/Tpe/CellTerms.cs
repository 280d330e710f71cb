using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// What a grid adds to the logarithms of the kernels: the mass of each over the cell of each point.
/// On a grid many kernels have one shape, and many points one cell; each pair is computed once.
/// </summary>
internal static class CellTerms
{
    /// <summary>Adds the terms.</summary>
    /// <param name="axis">The parameter.</param>
    /// <param name="kernels">The kernels along it.</param>
    /// <param name="count">How many rows there are, absent ones included.</param>
    /// <param name="places">The points' places.</param>
    /// <param name="sums">The logarithms, point after point.</param>
    /// <param name="stride">How many there are for each point.</param>
    internal static void Add(
        KernelAxis axis,
        AxisKernels kernels,
        int count,
        double[] places,
        double[] sums,
        int stride)
    {
        int[] cellOf = Cells(axis, places, out List<(double Low, double High)> cells);
        var shapeOf = new int[count];
        List<int> shapes = Shapes(kernels, shapeOf);
        if (shapes.Count == 0)
            return;
        double[][] masses = [.. cells.Select(cell => Masses(kernels, shapes, cell))];
        for (int j = 0; j < places.Length; j++)
        {
            double[] byShape = masses[cellOf[j]];
            Span<double> terms = sums.AsSpan(j * stride, count);
            for (int row = 0; row < terms.Length; row++)
                terms[row] += byShape[shapeOf[row]];
        }
    }

    private static double[] Masses(
        AxisKernels kernels, List<int> shapes, (double Low, double High) cell) =>
    [
        .. shapes.Select(row => UnitNormal.LogMass(
            kernels.CentreOf(row), kernels.DeviationOf(row), cell.Low, cell.High)),
    ];

    private static int[] Cells(
        KernelAxis axis, double[] places, out List<(double Low, double High)> cells)
    {
        cells = [];
        var cellOf = new int[places.Length];
        for (int j = 0; j < places.Length; j++)
        {
            (double Low, double High) cell = axis.CellAround(places[j]);
            cellOf[j] = cells.IndexOf(cell);
            if (cellOf[j] >= 0)
                continue;
            cellOf[j] = cells.Count;
            cells.Add(cell);
        }

        return cellOf;
    }

    // A row for each shape. Kernels of one centre follow each other, those of one width in a row.
    private static List<int> Shapes(AxisKernels kernels, int[] shapeOf)
    {
        var shapes = new List<int>();
        foreach (int row in kernels.Order)
        {
            if (shapes.Count == 0
                || !kernels.CentreOf(row).Equals(kernels.CentreOf(shapes[^1]))
                || !kernels.DeviationOf(row).Equals(kernels.DeviationOf(shapes[^1])))
                shapes.Add(row);
            shapeOf[row] = shapes.Count - 1;
        }

        return shapes;
    }
}
