namespace ActorTune.Simulation.WhatIf;

/// <summary>Adds up bounds of the resource and of the time that trials work.</summary>
internal sealed class WorkBound(RecordedCurves curves)
{
    private double _low;
    private double _high;
    private double _lowTicks;
    private double _highTicks;

    internal NumberBound Resource => new(_low, _high);

    /// <summary>
    /// The resource that a trial spends from one rung to the next, less where it fails between.
    /// </summary>
    internal long Step(int trial, long from, long to)
    {
        RecordedCurve curve = curves.All[trial];
        long end = curve.End == CurveEnd.Failed ? Math.Min(to, curve.Last) : to;
        return Math.Max(0, end - from);
    }

    /// <summary>
    /// Takes in a rung: its sure members, and of the others as many as may come.
    /// </summary>
    internal void Add(RungStep step, long from, long to, bool resumes)
    {
        var others = new List<(long Units, double Ticks)>();
        foreach (RungMember member in step.Members)
        {
            long units = Step(member.Trial, from, to);
            double unit = curves.All[member.Trial].UnitTime.Ticks;
            long most = units + Repeated(member, from, resumes);
            _highTicks += (most + (IsFailing(member, from) ? 1 : 0)) * unit;
            if (member.IsSure)
            {
                _low += units;
                _lowTicks += units * unit;
            }
            else
            {
                others.Add((units, units * unit));
            }

            if (member.IsSure || step.Exact is null)
                _high += most;
        }

        AddOthers(step, others, resumes ? 0 : from);
    }

    // Of members that may come, as many as surely do, at least and at most.
    private void AddOthers(RungStep step, List<(long Units, double Ticks)> others, long again)
    {
        others.Sort();
        int least = Math.Min(others.Count, Math.Max(0, step.Least - step.SureCount));
        for (int i = 0; i < least; i++)
            _low += others[i].Units;
        if (step.Exact is not { } exact)
            return;
        for (int i = 0; i < Math.Min(others.Count, exact - step.SureCount); i++)
            _high += others[^(i + 1)].Units + again;
    }

    private bool IsFailing(in RungMember member, long from) =>
        member.IsFailed && curves.All[member.Trial].Last >= from;

    private long Repeated(in RungMember member, long from, bool resumes) =>
        resumes || (member.IsFailed && !IsFailing(member, from)) ? 0 : from;

    /// <summary>
    /// The time: no shorter than the work shared among all slots; and slots are idle only while
    /// a chain of segments runs of which each let the next one start, from rung to higher rung
    /// (R. L. Graham, "Bounds on multiprocessing timing anomalies", 1969).
    /// </summary>
    internal NumberBound Ticks(int slots, long chain)
    {
        double unit = 0;
        foreach (RecordedCurve curve in curves.All)
            unit = Math.Max(unit, curve.UnitTime.Ticks);
        double high = _highTicks / slots + (1 - 1.0 / slots) * chain * unit;
        return new NumberBound(_lowTicks / slots, Math.Min(_highTicks, high));
    }
}
