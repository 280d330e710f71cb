namespace ActorTune.Strategies.Samplers.History;

/// <summary>
/// The trials of earlier studies, and their places among this study's own. A study without any
/// pays nothing for them.
/// </summary>
/// <remarks>
/// Values of other studies mean nothing here, quantiles do: a trial stands where the own trial of
/// the same quantile stands (<see cref="OwnQuantiles"/>). Its losses therefore follow the own
/// ones, and are computed again when they are next asked for, at most once in a revision.
/// </remarks>
internal sealed class ImportedTrials(SearchSpace space)
{
    private readonly List<HistoryTrial> _trials = [];
    private List<HistoryTrial> _merged = [];
    private long _revision = -1;

    /// <summary>How many there are.</summary>
    internal int Count => _trials.Count;

    /// <summary>In the order in which they were told.</summary>
    internal IReadOnlyList<HistoryTrial> AsTold => _trials;

    /// <summary>In the order of their numbers.</summary>
    internal IEnumerable<HistoryTrial> ByNumber => Enumerable.Reverse(_trials);

    /// <summary>With the own trials, best first.</summary>
    internal IReadOnlyList<HistoryTrial> Merged => _merged;

    /// <summary>The trial of a number from -1 down.</summary>
    internal HistoryTrial Of(int number) => _trials[-1 - number];

    /// <summary>Takes one over.</summary>
    internal HistoryTrial Add(Configuration configuration, double quantile)
    {
        var trial = new HistoryTrial(-1 - _trials.Count, default, configuration, space)
        {
            Quantile = quantile,
            Status = ObservationStatus.Observed,
            IsMeasured = true,
        };
        _trials.Add(trial);
        return trial;
    }

    /// <summary>Gives every trial its place among the own ones.</summary>
    /// <param name="ranked">The own trials, best first.</param>
    /// <param name="revision">Which state of them that is.</param>
    internal ImportedTrials Among(List<HistoryTrial> ranked, long revision)
    {
        if (_trials.Count == 0 || _revision == revision)
            return this;
        _revision = revision;
        var own = new OwnQuantiles(ranked);
        foreach (HistoryTrial trial in _trials)
            (trial.Rung, trial.Loss) = own.At(trial.Quantile);
        _merged = [.. ranked, .. _trials];
        _merged.Sort(TrialRanking.Instance);
        return this;
    }
}
