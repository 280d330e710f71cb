namespace ActorTune.Analysis;

/// <summary>How the objective depends on one parameter.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="ActiveCount">In how many of the trials it is active: only these count.</param>
/// <param name="Cells">Its values, from the least on.</param>
public sealed record MarginalEffect(
    string Parameter, int ActiveCount, IReadOnlyList<EffectCell> Cells)
{
    /// <summary>Measures the effect of a parameter.</summary>
    /// <param name="table">The trials.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="cells">At most how many ranges its values are divided into.</param>
    /// <param name="forest">
    /// Also asks a forest for the effect over the whole space; null: only the trials.
    /// </param>
    /// <exception cref="KeyNotFoundException">The space has no such parameter.</exception>
    public static MarginalEffect Of(
        TrialTable table, string parameter, int cells = 8, ForestOptions? forest = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        int index = table.Space.IndexOf(parameter);
        var division = ParameterCells.Of(table.Space.Parameters[index], cells);
        List<double>[] values = Divide(table, index, division);
        (double Mean, double Spread)[]? modelled = forest is null
            ? null
            : FunctionalAnova.Marginal(table, index, division, forest);
        return new MarginalEffect(
            parameter,
            table.Columns.ActiveCount(index),
            [.. division.Cells.Select((cell, i) => new EffectCell(
                cell,
                ValueSummary.Of(values[i]),
                modelled?[i].Mean,
                modelled?[i].Spread))]);
    }

    private static List<double>[] Divide(TrialTable table, int index, ParameterCells division)
    {
        var values = new List<double>[division.Cells.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = [];
        ReadOnlySpan<ParameterValue?> column = table.Columns[index];
        for (int row = 0; row < column.Length; row++)
        {
            if (column[row] is { } value)
                values[division.CellOf(value)].Add(table.ValueSpan[row]);
        }

        return values;
    }
}
