using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// What tells one kind of NSGA from another: who stays of a front that is too long.
/// </summary>
internal interface ISurvival
{
    /// <summary>Chooses members of a front of observed trials.</summary>
    /// <param name="kept">The members of the better fronts.</param>
    /// <param name="front">The front, with more members than places.</param>
    /// <param name="places">How many may stay.</param>
    /// <param name="generation">Which generation they make up, from 0.</param>
    IEnumerable<HistoryTrial> Choose(
        IReadOnlyList<HistoryTrial> kept, List<HistoryTrial> front, int places, int generation);

    /// <summary>
    /// How much a member of a front is preferred to others of it as a parent; more is better.
    /// </summary>
    double[] Preferences(List<HistoryTrial> front);
}
