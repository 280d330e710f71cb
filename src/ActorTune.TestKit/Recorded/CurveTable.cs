using System.Globalization;

namespace ActorTune.TestKit.Recorded;

/// <summary>
/// A table of measurements with named columns: trial, resource, metrics. Columns of the journal's
/// export that are none of these are passed over.
/// </summary>
internal sealed class CurveTable(string name, string? metric)
{
    private static readonly string[] Known = ["trial", "attempt", "report", "resource", "at"];

    private readonly List<CurveRow> _rows = [];
    private string? _metric = metric;

    internal IReadOnlyList<CurveRow> Rows => _rows;

    /// <summary>What is said to a person who has to mend the file.</summary>
    internal static FormatException Refused(string name, int line, string why) => new(
        string.Create(CultureInfo.InvariantCulture, $"{name}, line {line}: {why}"));

    /// <summary>Takes a line in.</summary>
    internal void Add(int line, IReadOnlyList<string> columns, IReadOnlyList<string> cells)
    {
        if (cells.Count != columns.Count)
            throw Refused(
                name, line, $"{cells.Count} values for the {columns.Count} columns of the head");
        _metric ??= OnlyMetric(line, columns);
        _rows.Add(new CurveRow(
            line,
            (int)Whole(line, "trial", columns, cells, least: 0),
            Whole(line, "resource", columns, cells, least: 1),
            Real(line, Cell(line, _metric, columns, cells))));
    }

    private static IEnumerable<string> Metrics(IReadOnlyList<string> columns) =>
        columns.Where(column => !Known.Contains(column));

    private string OnlyMetric(int line, IReadOnlyList<string> columns) =>
        Metrics(columns).ToArray() is [var only]
            ? only
            : throw Refused(
                name,
                line,
                "say which metric the curves are of; it has "
                + $"[{string.Join(", ", Metrics(columns))}]");

    private string Cell(
        int line, string column, IReadOnlyList<string> columns, IReadOnlyList<string> cells)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i] == column)
                return cells[i];
        }

        throw Refused(
            name, line, $"there is no '{column}' among [{string.Join(", ", columns)}]");
    }

    private long Whole(
        int line,
        string column,
        IReadOnlyList<string> columns,
        IReadOnlyList<string> cells,
        long least)
    {
        string cell = Cell(line, column, columns, cells);
        bool isWhole = long.TryParse(
            cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value);
        return isWhole && value >= least && value <= int.MaxValue
            ? value
            : throw Refused(
                name,
                line,
                FormattableString.Invariant(
                    $"the {column} '{cell}' is no whole number from {least} on"));
    }

    private double Real(int line, string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw Refused(name, line, $"the {_metric} '{cell}' is no number");
}
