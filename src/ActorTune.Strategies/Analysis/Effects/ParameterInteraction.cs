namespace ActorTune.Analysis;

/// <summary>How the objective depends on two parameters together.</summary>
/// <param name="First">The one parameter's name.</param>
/// <param name="Second">The other's.</param>
/// <param name="ActiveCount">In how many of the trials both are active: only these count.</param>
/// <param name="FirstCells">The values of the first, from the least on.</param>
/// <param name="SecondCells">Those of the second.</param>
/// <param name="Table">
/// The trials in each pair of cells: row i holds those with the first parameter in its cell i.
/// </param>
/// <param name="Shares">
/// What shares of the forest's variance the two explain; null where there are too few trials.
/// </param>
public sealed record ParameterInteraction(
    string First,
    string Second,
    int ActiveCount,
    IReadOnlyList<ParameterCell> FirstCells,
    IReadOnlyList<ParameterCell> SecondCells,
    IReadOnlyList<IReadOnlyList<ValueSummary>> Table,
    InteractionShares? Shares)
{
    /// <summary>Measures the interaction of two parameters.</summary>
    /// <param name="table">The trials.</param>
    /// <param name="first">The one parameter's name.</param>
    /// <param name="second">Another's.</param>
    /// <param name="cells">At most how many ranges the values of each are divided into.</param>
    /// <param name="forest">The forest; null: 64 trees, seed 0.</param>
    /// <exception cref="KeyNotFoundException">The space has no such parameter.</exception>
    /// <exception cref="ArgumentException">Both are the same.</exception>
    public static ParameterInteraction Of(
        TrialTable table,
        string first,
        string second,
        int cells = 4,
        ForestOptions? forest = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        int left = table.Space.IndexOf(first);
        int right = table.Space.IndexOf(second);
        if (left == right)
            throw new ArgumentException("A parameter does not interact with itself.");
        var rows = ParameterCells.Of(table.Space.Parameters[left], cells);
        var columns = ParameterCells.Of(table.Space.Parameters[right], cells);
        List<double>[,] values = Values(table, (left, rows), (right, columns), out int active);
        return new ParameterInteraction(
            first,
            second,
            active,
            rows.Cells,
            columns.Cells,
            [.. rows.Cells.Select((_, row) => (IReadOnlyList<ValueSummary>)
                [.. columns.Cells.Select((_, column) => ValueSummary.Of(values[row, column]))])],
            FunctionalAnova.Interaction(table, left, right, forest ?? new ForestOptions()));
    }

    private static List<double>[,] Values(
        TrialTable table,
        (int Index, ParameterCells Cells) left,
        (int Index, ParameterCells Cells) right,
        out int active)
    {
        var values = new List<double>[left.Cells.Cells.Count, right.Cells.Cells.Count];
        for (int row = 0; row < values.GetLength(0); row++)
        {
            for (int column = 0; column < values.GetLength(1); column++)
                values[row, column] = [];
        }

        active = 0;
        for (int trial = 0; trial < table.Trials.Count; trial++)
        {
            if (table.Columns[left.Index][trial] is not { } one
                || table.Columns[right.Index][trial] is not { } other)
                continue;
            values[left.Cells.CellOf(one), right.Cells.CellOf(other)].Add(table.ValueSpan[trial]);
            active++;
        }

        return values;
    }
}
