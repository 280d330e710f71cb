using ActorTune.Strategies.MultiObjective;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>NSGA-II: those with the most room stay (Deb et al. 2002, section III C).</summary>
internal sealed class CrowdingSurvival : ISurvival
{
    /// <inheritdoc/>
    public IEnumerable<HistoryTrial> Choose(
        IReadOnlyList<HistoryTrial> kept, List<HistoryTrial> front, int places, int generation)
    {
        double[] room = Preferences(front);
        return Enumerable.Range(0, front.Count)
            .OrderByDescending(i => room[i])
            .ThenBy(i => front[i].Number)
            .Take(places)
            .Select(i => front[i]);
    }

    /// <inheritdoc/>
    public double[] Preferences(List<HistoryTrial> front) =>
        front[0].Status == ObservationStatus.Observed
            ? CrowdingDistance.Of([.. front.Select(ConstrainedFronts.Objectives)])
            : new double[front.Count];
}
