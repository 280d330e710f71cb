namespace ActorTune.Simulation.WhatIf;

/// <summary>
/// Trials start in the order of their numbers and come to their bottom rung in that order, but
/// that a later one may overtake: while a trial trains, each other slot ends at most so many later
/// ones as the longest unit of time holds shortest ones. So of the first n to come all but a few
/// are the first by number, and who is not among the best then cannot go on yet.
/// </summary>
internal sealed class OvertakingBound
{
    private readonly IReadOnlyList<RungMember> _members;
    private readonly int _factor;
    private readonly long _overtaking;

    internal OvertakingBound(
        RecordedCurves curves,
        IReadOnlyList<RungMember> members,
        long level,
        int slots,
        int factor)
    {
        _members = members;
        _factor = factor;
        long longest = 1;
        long shortest = long.MaxValue;
        foreach (RungMember member in members)
        {
            // A trial that fails comes early, perhaps in its first unit.
            long ticks = curves.All[member.Trial].UnitTime.Ticks;
            longest = Math.Max(longest, ticks);
            shortest = Math.Min(shortest, member.IsFailed ? ticks / level : ticks);
        }

        _overtaking = (slots - 1) * (longest / Math.Max(1, shortest) + 1);
    }

    /// <summary>Whether a member is ever among the best floor(n / eta).</summary>
    internal bool MayGoOn(int index)
    {
        RungMember member = _members[index];
        int before = 0;
        int counted = 0;
        for (long n = Math.Max(1, index + 1 - _overtaking); n <= _members.Count; n++)
        {
            for (; counted < n - _overtaking; counted++)
                before += Precedes(_members[counted], member) ? 1 : 0;
            if (before + 1 <= n / _factor)
                return true;
        }

        return false;
    }

    private static bool Precedes(in RungMember one, in RungMember other) =>
        one.Key.High < other.Key.Low
        || (one.Key.High.Equals(other.Key.Low) && one.Trial < other.Trial);
}
