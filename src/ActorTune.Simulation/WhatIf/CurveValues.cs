namespace ActorTune.Simulation.WhatIf;

/// <summary>
/// Reduced values as keys, smaller being better: known ones, and between which bounds others lie.
/// </summary>
internal sealed class CurveValues
{
    private readonly RecordedCurves _curves;
    private readonly Objective _objective;
    private readonly double _low;
    private readonly double _high;
    private readonly double[][] _reduced;

    internal CurveValues(RecordedCurves curves, ValueRange range)
    {
        _curves = curves;
        _objective = curves.Specification.Objective;
        bool rises = _objective.Direction == Direction.Maximize;
        _low = rises ? -range.High : range.Low;
        _high = rises ? -range.Low : range.High;
        _reduced = [.. curves.All.Select(Reduce)];
    }

    /// <summary>The worst key that the range allows.</summary>
    internal double Worst => _high;

    /// <summary>The objective's value of a key, and the other way round.</summary>
    internal double Turn(double key) => _objective.Direction == Direction.Minimize ? key : -key;

    internal NumberBound Turn(NumberBound keys) =>
        _objective.Direction == Direction.Minimize ? keys : new(-keys.High, -keys.Low);

    /// <summary>The key at a measurement that was made, by its position.</summary>
    internal double Seen(int trial, int index) => Turn(_reduced[trial][index]);

    /// <summary>
    /// The key at a resource: a point where it was measured, infinite where the trial had failed
    /// before, otherwise all that the range allows.
    /// </summary>
    internal NumberBound At(int trial, long resource)
    {
        RecordedCurve curve = _curves.All[trial];
        int index = curve.FirstFrom(resource);
        if (index < curve.Count)
            return NumberBound.Of(Seen(trial, index));
        if (curve.End == CurveEnd.Failed)
            return NumberBound.Of(double.PositiveInfinity);
        if (curve.End == CurveEnd.Returned)
            return NumberBound.Of(Seen(trial, curve.Count - 1));
        return Unseen(trial, curve.Count);
    }

    /// <summary>A reduced value after a completion's further measurements.</summary>
    internal double Completed(int trial, long resource, ICurveCompletion completion, long most)
    {
        RecordedCurve curve = _curves.All[trial];
        if (_objective.Reduce.Kind == ReductionKind.Last)
            return completion.Value(trial, resource);
        List<double> values = [.. curve.Values];
        double reduced = curve.Count == 0 ? 0 : _reduced[trial][^1];
        long next = curve.Last;
        while (next < resource)
        {
            next = curve.ReportFrom(next + 1, most);
            values.Add(completion.Value(trial, next));
            reduced = After(values, reduced);
        }

        return reduced;
    }

    /// <summary>Whether a trial has no measurement there but might have had one.</summary>
    internal bool IsUnseen(int trial, long resource)
    {
        RecordedCurve curve = _curves.All[trial];
        return curve.End == CurveEnd.Cut && curve.FirstFrom(resource) == curve.Count;
    }

    private NumberBound Unseen(int trial, int count) => _objective.Reduce.Kind switch
    {
        ReductionKind.Best when count > 0 => BestFrom(Turn(_reduced[trial][count - 1])),
        ReductionKind.MeanOfLast => Mean(
            _curves.All[trial].Values[^Math.Min(count, _objective.Reduce.Window - 1)..]),
        _ => new NumberBound(_low, _high),
    };

    private NumberBound BestFrom(double best) => new(Math.Min(_low, best), best);

    // A mean lies between the least and the greatest of its parts, but for rounding.
    private NumberBound Mean(ReadOnlySpan<double> seen)
    {
        double low = _low;
        double high = _high;
        foreach (double value in seen)
        {
            low = Math.Min(low, Turn(value));
            high = Math.Max(high, Turn(value));
        }

        return new NumberBound(Below(low), Above(high));
    }

    private static double Below(double number) => number - Math.Abs(number) * 1e-12;

    private static double Above(double number) => number + Math.Abs(number) * 1e-12;

    private double[] Reduce(RecordedCurve curve)
    {
        double[] reduced = curve.Values.ToArray();
        if (_objective.Reduce.Kind == ReductionKind.Last)
            return reduced;
        var values = new List<double>(curve.Count);
        for (int i = 0; i < curve.Count; i++)
        {
            values.Add(curve[i].Value);
            reduced[i] = After(values, i == 0 ? 0 : reduced[i - 1]);
        }

        return reduced;
    }

    private double After(List<double> values, double before)
    {
        double value = values[^1];
        if (_objective.Reduce.Kind == ReductionKind.Best)
            return values.Count == 1 || _objective.IsBetter(value, before) ? value : before;
        if (_objective.Reduce.Kind == ReductionKind.Last)
            return value;
        int from = Math.Max(0, values.Count - _objective.Reduce.Window);
        double sum = 0;
        for (int i = from; i < values.Count; i++)
            sum += values[i];
        return sum / (values.Count - from);
    }
}
