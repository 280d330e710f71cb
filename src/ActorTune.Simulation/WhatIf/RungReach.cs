namespace ActorTune.Simulation.WhatIf;

/// <summary>
/// Who comes to which rung under rules that let the best of a rung go on: in rungs of fixed sizes
/// the members of a rung follow from those of the rung below it, and from nothing else; in growing
/// rungs at least the best floor(n / eta) of all that ever came have gone on in the end.
/// </summary>
internal sealed class RungReach
{
    private const int MostOrdered = 2000;

    private readonly RecordedCurves _curves;
    private readonly CurveValues _values;
    private readonly int _factor;
    private readonly int _slots;
    private readonly Reach _reach;
    private readonly WorkBound _work;

    private RungReach(RecordedCurves curves, CurveValues values, int factor, int slots)
    {
        _curves = curves;
        _values = values;
        _factor = factor;
        _slots = slots;
        _reach = new Reach(curves.All.Count);
        _work = new WorkBound(curves);
    }

    internal static Reach Of(
        RecordedCurves curves,
        CurveValues values,
        IReadOnlyList<BracketShape> brackets,
        int factor,
        int slots)
    {
        var reach = new RungReach(curves, values, factor, slots);
        long chain = 0;
        foreach (BracketShape bracket in brackets)
        {
            reach.Climb(bracket);
            chain = Math.Max(chain, curves.Specification.Program.Resumes
                ? bracket.Levels[^1]
                : bracket.Levels.Sum());
        }

        reach._reach.Resource = reach._work.Resource;
        reach._reach.Ticks = reach._work.Ticks(slots, chain + 1);
        return reach._reach;
    }

    private void Climb(BracketShape bracket)
    {
        long level = bracket.Levels[0];
        var step = new RungStep(
            [.. bracket.Trials.Select(trial => Member(trial, level, true))],
            bracket.Trials.Length,
            bracket.Sizes[0] is null ? null : bracket.Trials.Length);
        long below = 0;
        for (int rung = 0; ; rung++)
        {
            level = bracket.Levels[rung];
            _work.Add(step, below, level, _curves.Specification.Program.Resumes);
            if (rung == bracket.Top)
                break;
            step = bracket.Sizes[rung] is { } size
                ? Fixed(step, size, bracket.Sizes[rung + 1]!.Value, level, bracket.Levels[rung + 1])
                : Growing(step, rung == 0, level, bracket.Levels[rung + 1]);
            below = level;
        }

        Complete(step);
    }

    private RungMember Member(int trial, long level, bool isSure) =>
        new(trial, _values.At(trial, level), isSure);

    private void Complete(RungStep step)
    {
        foreach (RungMember member in step.Members)
        {
            if (member.IsFailed)
                continue;
            _reach.Possibly[member.Trial] = true;
            _reach.Surely[member.Trial] = member.IsSure;
        }

        int[] trials =
            [.. step.Members.Where(member => !member.IsFailed).Select(member => member.Trial)];
        _reach.Groups.Add(new FullyTrained(
            trials,
            Math.Max(0, step.Least - step.FailedCount),
            Math.Min(step.Exact ?? trials.Length, trials.Length)));
    }

    // Exactly the best c - (n - k) of the c that come to a rung of n, of which k go on.
    private RungStep Fixed(RungStep step, int size, int next, long level, long above)
    {
        int count = step.Exact!.Value;
        int kept = Math.Clamp(count - (size - next), 0, Math.Min(next, count));
        var members = new List<RungMember>();
        foreach (RungMember member in step.Members)
        {
            if (step.FewestBefore(member, count) >= kept)
                continue;
            bool isSure = member.IsSure && step.MostBefore(member, count) < kept;
            Add(members, member, isSure, level, above);
        }

        if (members.Count == kept)
            members = [.. members.Select(member => member with { IsSure = true })];
        return new RungStep(members, kept, kept);
    }

    private RungStep Growing(RungStep step, bool isBottom, long level, long above)
    {
        int least = Math.Min(step.Least / _factor, Math.Max(0, step.Least - step.FailedCount));
        OvertakingBound? order = isBottom && step.Members.Count <= MostOrdered
            ? new OvertakingBound(_curves, step.Members, level, _slots, _factor)
            : null;
        var members = new List<RungMember>();
        for (int i = 0; i < step.Members.Count; i++)
        {
            RungMember member = step.Members[i];
            (int sure, int other) = step.MustPrecede(member);
            int harmless = step.Members.Count - sure - other;
            bool mayGoOn = !member.IsFailed && harmless / _factor >= 1
                && order?.MayGoOn(i) != false;
            if (!mayGoOn)
                continue;
            (sure, other) = step.MayPrecede(member);
            int worst = Math.Max(step.Least, step.SureCount + other);
            bool isSure = member.IsSure && sure + other + 1 <= worst / _factor;
            Add(members, member, isSure, level, above);
        }

        return new RungStep(members, least, null);
    }

    private void Add(
        List<RungMember> members, in RungMember member, bool isSure, long level, long above)
    {
        members.Add(Member(member.Trial, above, isSure));
        if (!isSure)
            _reach.Unseen.Add(new UnseenDecision(
                new TrialNumber(member.Trial), new Resource(level)));
    }
}
