namespace ActorTune.Simulation.WhatIf;

/// <summary>
/// All that may stand in a rung: some members surely, others possibly, and how many at least.
/// </summary>
internal sealed class RungStep
{
    private readonly RankCounts _sureLow;
    private readonly RankCounts _otherLow;
    private readonly RankCounts _sureHigh;
    private readonly RankCounts _otherHigh;

    internal RungStep(IReadOnlyList<RungMember> members, int least, int? exact)
    {
        Members = members;
        Exact = exact;
        SureCount = members.Count(member => member.IsSure);
        FailedCount = members.Count(member => member.IsFailed);
        Least = Math.Max(least, SureCount);
        _sureLow = Counts(true, key => key.Low);
        _otherLow = Counts(false, key => key.Low);
        _sureHigh = Counts(true, key => key.High);
        _otherHigh = Counts(false, key => key.High);
    }

    internal IReadOnlyList<RungMember> Members { get; }

    /// <summary>How many there are at least.</summary>
    internal int Least { get; }

    /// <summary>How many there are, where the rule says so.</summary>
    internal int? Exact { get; }

    internal int SureCount { get; }

    /// <summary>How many of the members fail on the way, if they come.</summary>
    internal int FailedCount { get; }

    private int OtherCount => Members.Count - SureCount;

    /// <summary>Of sure and of other members, those that may stand before one.</summary>
    internal (int Sure, int Other) MayPrecede(in RungMember member)
    {
        int self = member.Key.IsPoint ? 0 : 1;
        return (
            _sureLow.Before(member.Key.High, member.Trial) - (member.IsSure ? self : 0),
            _otherLow.Before(member.Key.High, member.Trial) - (member.IsSure ? 0 : self));
    }

    /// <summary>Of sure and of other members, those that stand before one if they come.</summary>
    internal (int Sure, int Other) MustPrecede(in RungMember member) => (
        _sureHigh.Before(member.Key.Low, member.Trial),
        _otherHigh.Before(member.Key.Low, member.Trial));

    /// <summary>The most that can stand before a member among exactly so many.</summary>
    internal int MostBefore(in RungMember member, int count)
    {
        (int sure, int other) = MayPrecede(member);
        int places = count - SureCount - (member.IsSure ? 0 : 1);
        return sure + Math.Min(Math.Max(0, places), other);
    }

    /// <summary>The fewest that can stand before a member among exactly so many.</summary>
    internal int FewestBefore(in RungMember member, int count)
    {
        (int sure, int other) = MustPrecede(member);
        int self = member.IsSure ? 0 : 1;
        int harmless = OtherCount - self - other;
        return sure + Math.Max(0, count - SureCount - self - harmless);
    }

    private RankCounts Counts(bool areSure, Func<NumberBound, double> end) => new(
        Members.Where(member => member.IsSure == areSure)
            .Select(member => (end(member.Key), member.Trial)));
}
