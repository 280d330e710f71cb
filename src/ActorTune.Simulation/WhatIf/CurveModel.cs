using ActorTune.Arithmetic;
using ActorTune.Randomness;

namespace ActorTune.Simulation.WhatIf;

/// <summary>
/// A pool of recorded curves: a cut curve goes on as one drawn from the ten that were seen further
/// and had the most similar values at its end. It takes over the other's increments, all of them
/// stretched by one factor a draw, log-normal of deviation 1: what is common to all unseen epochs,
/// that the longer curves are not like the cut ones, is uncertain too.
/// </summary>
internal sealed class CurveModel
{
    private const int Similar = 10;

    private static readonly StreamName Completion = new("what-if-completion");

    private static readonly StreamName Stretch = new("what-if-stretch");

    private readonly RecordedCurves _curves;
    private readonly ValueRange _range;
    private readonly Dictionary<long, (double Value, int Trial)[]> _seenAt = [];

    internal CurveModel(RecordedCurves curves, ValueRange range)
    {
        _curves = curves;
        _range = range;
    }

    internal ICurveCompletion Draw(int draw) => new Drawn(this, draw);

    // The trials that were measured at a resource and at a later one, by value.
    private (double Value, int Trial)[] SeenFurther(long resource)
    {
        if (_seenAt.TryGetValue(resource, out (double, int)[]? known))
            return known;
        var found = new List<(double Value, int Trial)>();
        for (int trial = 0; trial < _curves.All.Count; trial++)
        {
            RecordedCurve curve = _curves.All[trial];
            int index = curve.FirstFrom(Math.Max(resource, 1));
            if (index + 1 < curve.Count || (resource == 0 && index < curve.Count))
                found.Add((curve[index].Value, trial));
        }

        found.Sort();
        return _seenAt[resource] = [.. found];
    }

    private sealed class Drawn(CurveModel model, int draw) : ICurveCompletion
    {
        private readonly Dictionary<int, SortedList<long, double>> _further = [];
        private readonly double _stretch = PortableMath.Exp(RandomStream.For(
            model._curves.Specification.Seed, Stretch, 0, draw).NextNormal());

        public double Value(int trial, long resource)
        {
            if (!_further.TryGetValue(trial, out SortedList<long, double>? values))
                _further[trial] = values = Continue(trial);
            int at = 0;
            int high = values.Count;
            while (at < high)
            {
                int middle = (at + high) / 2;
                if (values.GetKeyAtIndex(middle) < resource)
                    at = middle + 1;
                else
                    high = middle;
            }

            return values.GetValueAtIndex(Math.Min(at, values.Count - 1));
        }

        private SortedList<long, double> Continue(int trial)
        {
            RecordedCurve curve = model._curves.All[trial];
            RandomStream random = RandomStream.For(
                model._curves.Specification.Seed, Completion, trial, draw);
            var values = new SortedList<long, double>();
            long last = curve.Last;
            double value = curve.Count == 0 ? double.NaN : curve[curve.Count - 1].Value;
            while (last < model._curves.FullResource)
            {
                if (Donor(last, value, random) is not { } donor)
                    break;
                (last, value) = Follow(values, model._curves.All[donor], last, value);
            }

            if (last < model._curves.FullResource)
                values[model._curves.FullResource] = model.Clamp(double.IsNaN(value) ? 0 : value);
            return values;
        }

        private int? Donor(long last, double value, RandomStream random)
        {
            (double Value, int Trial)[] pool = model.SeenFurther(last);
            if (pool.Length == 0)
                return null;
            if (double.IsNaN(value))
                return pool[random.NextInt32(pool.Length)].Trial;
            int at = Array.BinarySearch(pool, (value, 0));
            at = at < 0 ? ~at : at;
            int from = Math.Clamp(at - Similar / 2, 0, Math.Max(0, pool.Length - Similar));
            return pool[from + random.NextInt32(Math.Min(Similar, pool.Length))].Trial;
        }

        private (long Last, double Value) Follow(
            SortedList<long, double> values, RecordedCurve donor, long last, double value)
        {
            int at = last == 0 ? -1 : donor.FirstFrom(last);
            double from = at < 0 ? 0 : value;
            double donorFrom = at < 0 ? 0 : donor[at].Value;
            double stretch = at < 0 ? 1 : _stretch;
            long reached = last;
            for (int i = at + 1; i < donor.Count; i++)
            {
                reached = Math.Max(reached + 1, donor[i].Resource);
                value = model.Clamp(from + stretch * (donor[i].Value - donorFrom));
                values[reached] = value;
            }

            return (reached, value);
        }
    }

    private double Clamp(double value) => Math.Min(Math.Max(value, _range.Low), _range.High);
}
