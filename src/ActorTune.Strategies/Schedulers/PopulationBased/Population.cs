using ActorTune.Randomness;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.PopulationBased;

/// <summary>The trials that compete: who is beaten, who may be copied, whose turn it is.</summary>
internal sealed class Population(Objective objective, PopulationOptions options)
{
    private static readonly StreamName Stream = new("pbt-donor");
    private readonly SortedDictionary<int, Member> _members = [];

    /// <summary>The members by trial number.</summary>
    internal IReadOnlyCollection<Member> Members => _members.Values;

    internal bool HasPaused => Exists(member => member.Status == MemberStatus.Paused);

    internal bool HasLive => Exists(member => member.Status != MemberStatus.Stopped);

    internal bool HasDonor => Exists(IsDonor);

    internal void Add(Member member) => _members.Add(member.Trial.Value, member);

    internal void Remove(TrialNumber trial) => _members.Remove(trial.Value);

    internal Member? Find(TrialNumber trial) => _members.GetValueOrDefault(trial.Value);

    /// <summary>
    /// How a member that was just compared stands: its reason, and whether it is beaten.
    /// </summary>
    internal (bool IsBeaten, DecisionReason Reason) Judge(Member member, string rule)
    {
        List<Member> ranked = Ranked(IsCompared);
        int kept = ranked.Count - options.QuantileOf(ranked.Count);
        Member last = ranked[kept - 1];
        var reason = new DecisionReason(
            rule,
            Count: ranked.Count,
            Kept: kept,
            Value: member.Value,
            Cutoff: last.Value,
            CutoffTrial: last.Trial);
        return (ranked.IndexOf(member) >= kept, reason);
    }

    /// <summary>The member at the top that a child is copied from, or null.</summary>
    internal Member? Donor(ulong seed, int child)
    {
        List<Member> ranked = Ranked(IsDonor);
        if (ranked.Count == 0)
            return null;

        // The trial that makes room was compared with them and counts.
        int top = Math.Max(1, options.QuantileOf(ranked.Count + 1));
        int index = RandomStream.For(seed, Stream, child, 0).NextInt32(top);
        return ranked[Math.Min(index, ranked.Count - 1)];
    }

    /// <summary>The paused member that has come least far, or null.</summary>
    internal Member? Laggard()
    {
        Member? laggard = null;
        foreach (Member member in _members.Values)
        {
            if (member.Status == MemberStatus.Paused
                && (laggard is null || member.Resource < laggard.Resource))
                laggard = member;
        }

        return laggard;
    }

    private static bool IsCompared(Member member) =>
        member is { Value: not null, Status: not MemberStatus.Stopped };

    private static bool IsDonor(Member member) =>
        IsCompared(member) && member.Status != MemberStatus.Beaten;

    private bool Exists(Func<Member, bool> holds)
    {
        foreach (Member member in _members.Values)
        {
            if (holds(member))
                return true;
        }

        return false;
    }

    private List<Member> Ranked(Func<Member, bool> counts)
    {
        List<Member> ranked = [.. _members.Values.Where(counts)];
        ranked.Sort((left, right) => objective.Compare(
            left.Value!.Value, left.Trial, right.Value!.Value, right.Trial));
        return ranked;
    }
}
