namespace ActorTune.Simulation.WhatIf;

/// <summary>Sorted keys with their trials, to count how many come before a place.</summary>
internal sealed class RankCounts
{
    private readonly (double Key, int Trial)[] _sorted;

    internal RankCounts(IEnumerable<(double Key, int Trial)> keys)
    {
        _sorted = [.. keys];
        Array.Sort(_sorted);
    }

    internal int Before(double key, int trial)
    {
        int at = Array.BinarySearch(_sorted, (key, trial));
        return at < 0 ? ~at : at;
    }
}
