using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// The solutions of the last generations, which are ranked again with later ones while many trials
/// are in flight: those were drawn from a distribution that knew no more than these told.
/// </summary>
internal sealed class RecentSolutions
{
    // So that what a generation costs stays bounded with thousands of slots.
    private const int MostGenerations = 32;

    private readonly List<KeyValuePair<int, Solution>[]> _generations = [];

    /// <summary>The generations kept, the oldest first, each by trial.</summary>
    internal IReadOnlyList<KeyValuePair<int, Solution>[]> Generations => _generations;

    /// <summary>Keeps as many generations as the trials in flight would make.</summary>
    /// <param name="inFlight">How many trials have started and not told anything.</param>
    /// <param name="population">The results of a generation.</param>
    internal void Trim(int inFlight, int population)
    {
        int wanted = Math.Min(MostGenerations, (inFlight + population / 2) / population);
        if (_generations.Count > wanted)
            _generations.RemoveRange(0, _generations.Count - wanted);
    }

    /// <summary>Adds a generation.</summary>
    internal void Add(KeyValuePair<int, Solution>[] generation) => _generations.Add(generation);

    /// <summary>
    /// A generation of the best and the worst of all kept: as many of each as have positive and
    /// negative weights.
    /// </summary>
    internal RankedSolution[] Rank(
        TrialHistory history, int population, out HistoryTrial best, out HistoryTrial worst)
    {
        KeyValuePair<HistoryTrial, Solution>[] all = Sorted(history);
        best = all[0].Key;
        worst = all[^1].Key;
        var chosen = new RankedSolution[population];
        for (int rank = 0; rank < population; rank++)
        {
            var (trial, solution) =
                all[rank < population / 2 ? rank : all.Length - population + rank];
            chosen[rank] = new RankedSolution(solution, trial.Configuration);
        }

        return chosen;
    }

    /// <summary>Forgets all.</summary>
    internal void Clear() => _generations.Clear();

    // Those that were cancelled since then do not count any more.
    private KeyValuePair<HistoryTrial, Solution>[] Sorted(TrialHistory history) =>
    [
        .. _generations
            .SelectMany(generation => generation)
            .Select(pair => KeyValuePair.Create(history.Trials[pair.Key]!, pair.Value))
            .Where(pair => pair.Key.Status != ObservationStatus.Ignored)
            .OrderBy(pair => pair.Key, TrialRanking.Instance),
    ];
}
