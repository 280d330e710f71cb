namespace ActorTune.Strategies.Samplers.History;

/// <summary>
/// The one order in which samplers see trials, best first: feasible ones by rung from the top,
/// loss and number; then infeasible ones by what they violate; failed ones last, by number. Where
/// all that is equal, imported trials come first, by their quantile.
/// </summary>
internal sealed class TrialRanking : IComparer<HistoryTrial>
{
    internal static TrialRanking Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(HistoryTrial? left, HistoryTrial? right)
    {
        // As numbers, because comparing enumerations boxes them.
        int order = ((int)left!.Status).CompareTo((int)right!.Status);
        if (order == 0 && left.Status == ObservationStatus.Observed)
            order = CompareObserved(left, right);
        return order != 0 ? order : left.Number.CompareTo(right.Number);
    }

    private static int CompareObserved(HistoryTrial left, HistoryTrial right)
    {
        int order = left.Violation.CompareTo(right.Violation);
        if (order == 0)
            order = right.Rung.CompareTo(left.Rung);
        if (order == 0)
            order = left.Loss.CompareTo(right.Loss);
        return order != 0 ? order : left.Quantile.CompareTo(right.Quantile);
    }
}
