namespace ActorTune.Analysis;

/// <summary>
/// The values of the parameters by column, found once: null where a parameter is inactive.
/// </summary>
internal sealed class ParameterColumns
{
    private readonly ParameterValue?[][] _columns;
    private readonly int[] _activeCounts;

    internal ParameterColumns(SearchSpace space, IReadOnlyList<AnalyzedTrial> trials)
    {
        _columns = new ParameterValue?[space.Dimensions][];
        _activeCounts = new int[space.Dimensions];
        for (int i = 0; i < _columns.Length; i++)
            _columns[i] = new ParameterValue?[trials.Count];
        for (int row = 0; row < trials.Count; row++)
            Fill(space, trials[row].Configuration, row);
    }

    internal ReadOnlySpan<ParameterValue?> this[int parameter] => _columns[parameter];

    internal int ActiveCount(int parameter) => _activeCounts[parameter];

    // A configuration lists its parameters in the space's order, which makes one walk of it.
    private void Fill(SearchSpace space, Configuration configuration, int row)
    {
        int next = 0;
        for (int i = 0; i < _columns.Length && next < configuration.Count; i++)
        {
            string name = space.Parameters[i].Name;
            bool isNext = string.Equals(configuration.Names[next], name, StringComparison.Ordinal);
            ParameterValue value;
            if (isNext)
                value = configuration.Values[next++];
            else if (!configuration.TryGet(name, out value))
                continue;
            _columns[i][row] = value;
            _activeCounts[i]++;
        }
    }
}
