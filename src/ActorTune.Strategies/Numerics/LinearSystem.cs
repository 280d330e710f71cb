namespace ActorTune.Strategies.Numerics;

/// <summary>Small systems of linear equations by elimination with the greatest pivots.</summary>
internal static class LinearSystem
{
    private const double Singular = 1e-12;

    /// <summary>
    /// The solution of rows of coefficients, each followed by its right side, or null where there
    /// is not one alone. The rows are used up.
    /// </summary>
    internal static double[]? Solve(double[][] rows)
    {
        int count = rows.Length;
        double greatest = rows.Max(row => row.Take(count).Max(Math.Abs));
        for (int column = 0; column < count; column++)
        {
            int pivot = column;
            for (int row = column + 1; row < count; row++)
            {
                if (Math.Abs(rows[row][column]) > Math.Abs(rows[pivot][column]))
                    pivot = row;
            }

            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            if (!(Math.Abs(rows[column][column]) > Singular * greatest))
                return null;
            for (int row = column + 1; row < count; row++)
                Subtract(rows[row], rows[column], column);
        }

        return BackSubstitute(rows);
    }

    private static void Subtract(double[] row, double[] pivot, int column)
    {
        double factor = row[column] / pivot[column];
        for (int i = column; i < row.Length; i++)
            row[i] -= factor * pivot[i];
    }

    private static double[] BackSubstitute(double[][] rows)
    {
        int count = rows.Length;
        var solution = new double[count];
        for (int row = count - 1; row >= 0; row--)
        {
            double rest = rows[row][count];
            for (int i = row + 1; i < count; i++)
                rest -= rows[row][i] * solution[i];
            solution[row] = rest / rows[row][row];
        }

        return solution;
    }
}
