using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// Chooses parents by binary tournaments: the better front, then what the survival rule prefers
/// (Deb et al. 2002, section III B, the crowded comparison), then the one drawn first.
/// </summary>
internal sealed class MatingPool
{
    private readonly HistoryTrial[] _members;
    private readonly int[] _fronts;
    private readonly double[] _preferences;

    internal MatingPool(IEnumerable<HistoryTrial> parents, ISurvival survival)
    {
        List<List<HistoryTrial>> fronts = ConstrainedFronts.Of(parents);
        _members = [.. fronts.SelectMany(front => front)];
        _fronts = [.. fronts.SelectMany((front, index) => front.Select(_ => index))];
        _preferences = [.. fronts.SelectMany(survival.Preferences)];
    }

    internal int Count => _members.Length;

    internal HistoryTrial this[int index] => _members[index];

    /// <summary>
    /// The winner of a tournament among all but one; -1 excludes nobody.
    /// </summary>
    internal int Draw(RandomStream chance, int excluded)
    {
        int first = DrawOther(chance, excluded);
        int second = DrawOther(chance, excluded);
        int order = _fronts[first].CompareTo(_fronts[second]);
        if (order == 0)
            order = _preferences[second].CompareTo(_preferences[first]);
        return order <= 0 ? first : second;
    }

    private int DrawOther(RandomStream chance, int excluded)
    {
        if (excluded < 0 || Count == 1)
            return chance.NextInt32(Count);
        int drawn = chance.NextInt32(Count - 1);
        return drawn < excluded ? drawn : drawn + 1;
    }
}
