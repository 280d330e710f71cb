using ActorTune.Simulation.WhatIf;

namespace ActorTune.TestKit.Recorded;

/// <summary>Makes curves of the rows of a table.</summary>
internal static class CurveRows
{
    internal static SortedDictionary<int, RecordedCurve> Curves(
        string name, IReadOnlyList<CurveRow> rows)
    {
        var trials = new SortedDictionary<int, List<CurveRow>>();
        foreach (CurveRow row in rows)
        {
            if (!trials.TryGetValue(row.Trial, out List<CurveRow>? curve))
                trials[row.Trial] = curve = [];
            Check(name, curve, row);
            curve.Add(row);
        }

        var curves = new SortedDictionary<int, RecordedCurve>();
        foreach ((int trial, List<CurveRow> curve) in trials)
            curves[trial] = Curve(curve);
        return curves;
    }

    private static void Check(string name, List<CurveRow> curve, CurveRow row)
    {
        if (curve is not [.., var last])
            return;
        if (!double.IsFinite(last.Value))
            throw CurveTable.Refused(
                name, row.Line, $"trial {row.Trial} has diverged in line {last.Line}");
        if (row.Resource <= last.Resource)
            throw CurveTable.Refused(
                name,
                row.Line,
                $"the resource {row.Resource} of trial {row.Trial} does not grow beyond "
                + $"{last.Resource} in line {last.Line}");
    }

    private static RecordedCurve Curve(List<CurveRow> rows)
    {
        CurveRow[] finite = [.. rows.Where(row => double.IsFinite(row.Value))];
        return new RecordedCurve(
            finite.Select(row => row.Resource),
            finite.Select(row => row.Value),
            finite.Length < rows.Count ? CurveEnd.Failed : CurveEnd.Cut);
    }
}
