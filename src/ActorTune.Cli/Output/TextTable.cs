namespace ActorTune.Cli.Output;

/// <summary>
/// A table in plain text: columns as wide as their cells, the last one cut where a line would be
/// too long. A column whose head begins with a space is set to the right.
/// </summary>
internal sealed class TextTable(params string[] heads)
{
    private readonly List<string[]> _rows = [];

    internal int RowCount => _rows.Count;

    internal void Add(params string[] cells) => _rows.Add(cells);

    internal void Write(TextWriter output, int width)
    {
        string[] titles = [.. heads.Select(head => head.TrimStart())];
        int[] widths = [.. titles.Select((title, column) =>
            _rows.Select(row => row[column].Length).Append(title.Length).Max())];
        // At once: a console's writer passes every piece on by itself.
        var text = new StringBuilder();
        AddRow(text, titles, widths, width);
        foreach (string[] row in _rows)
            AddRow(text, row, widths, width);
        output.Write(text.ToString());
    }

    private void AddRow(StringBuilder text, string[] cells, int[] widths, int width)
    {
        var line = new StringBuilder();
        for (int column = 0; column < cells.Length; column++)
        {
            if (column > 0)
                line.Append("  ");
            line.Append(heads[column].StartsWith(' ')
                ? cells[column].PadLeft(widths[column])
                : cells[column].PadRight(widths[column]));
        }

        string row = line.ToString().TrimEnd();
        text.Append(row.Length <= width ? row : row[..(width - 3)] + "...");
        text.Append('\n');
    }
}
