namespace ActorTune.Strategies.Samplers.Dehb;

/// <summary>The members of one rung, in places that children compete for.</summary>
internal sealed class Subpopulation(int size)
{
    private readonly List<Member> _members = [];

    /// <summary>The members by place.</summary>
    internal IReadOnlyList<Member> Members => _members;

    /// <summary>Whether every place is taken.</summary>
    internal bool IsFull => _members.Count >= size;

    /// <summary>How many places there are.</summary>
    internal int Size => size;

    /// <summary>How many trials started at this rung, which tells whose turn it is.</summary>
    internal int StartedCount { get; set; }

    /// <summary>
    /// Takes a member in: on a free place; else on the place of its target if it is as good; a
    /// promoted trial, which has no target, on that of the worst.
    /// </summary>
    internal void Enter(Member member, int target)
    {
        if (!IsFull)
        {
            _members.Add(member);
            return;
        }

        int place = target >= 0 && target < _members.Count ? target : Worst();
        if (member.Replaces(_members[place]))
            _members[place] = member;
    }

    /// <summary>The best members, best first.</summary>
    internal List<Member> Best(int count) => [.. _members.Order().Take(count)];

    private int Worst()
    {
        int worst = 0;
        for (int i = 1; i < _members.Count; i++)
        {
            if (_members[i].CompareTo(_members[worst]) > 0)
                worst = i;
        }

        return worst;
    }
}
