using ActorTune.Arithmetic;
using ActorTune.Randomness;
using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Looks for the greatest acquisition: probes first, then local searches from the best probe and
/// from others drawn with the odds of their expected improvement.
/// </summary>
internal sealed class AcquisitionSearch
{
    private const int MostRounds = 4;
    private const int MostEvaluations = 40;
    private const int MostTriedInFull = 16;
    private const double LeastGain = 1e-9;

    private readonly AcquisitionFunction _function;
    private readonly ModelSpace _space;
    private readonly double[] _gradient;

    internal AcquisitionSearch(AcquisitionFunction function)
    {
        _function = function;
        _space = function.Main.Space;
        _gradient = new double[_space.Parameters.Length];
    }

    /// <summary>Points of great acquisition, the greatest first.</summary>
    /// <param name="probes">Where to look first.</param>
    /// <param name="climbs">How many local searches.</param>
    /// <param name="chance">The draws.</param>
    internal IEnumerable<ModelPoint> Find(
        List<ModelPoint> probes, int climbs, RandomStream chance)
    {
        ModelPoint[] all = [.. probes];
        double[] values = Evaluate(all);
        var found = new List<(ModelPoint Point, double Value)>();
        foreach (int start in Starts(values, climbs, chance))
            found.Add(Climb(all[start], values[start]));
        return found.OrderByDescending(end => end.Value).Select(end => end.Point)
            .Concat(Enumerable.Range(0, all.Length)
                .OrderByDescending(i => values[i]).Select(i => all[i]));
    }

    // Without replacement and with odds exp(value): the greatest sums of values and Gumbel numbers.
    private static IEnumerable<int> Starts(double[] values, int count, RandomStream chance)
    {
        int best = 0;
        var keys = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
            keys[i] = values[i] - PortableMath.Log(-PortableMath.Log(chance.NextOpenDouble()));
        }

        return Enumerable.Range(0, values.Length).Where(i => i != best)
            .OrderByDescending(i => keys[i]).Take(count - 1).Prepend(best);
    }

    private (ModelPoint Point, double Value) Climb(ModelPoint start, double value)
    {
        ModelPoint point = start;
        for (int round = 0; round < MostRounds; round++)
        {
            (point, value) = Ascend(point, value);
            if (!Exchange(ref point, ref value))
                break;
        }

        return (point, value);
    }

    // In units of its length scale every coordinate bends the function alike.
    private (ModelPoint Point, double Value) Ascend(ModelPoint start, double value)
    {
        int[] moving = [.. Enumerable.Range(0, _space.Parameters.Length).Where(p =>
            _space.Parameters[p].Places is null && start.IsActive[_space.Parameters[p].Index])];
        if (moving.Length == 0)
            return (start, value);
        double[] scales = Array.ConvertAll(
            moving, p => Math.Sqrt(_function.Main.Parameters.InverseSquares[p]));
        var problem = new BoxProblem(
            Negative(start, moving, scales), new double[scales.Length], scales)
        {
            MostEvaluations = MostEvaluations,
            GradientTolerance = 1e-4,
            DecreaseTolerance = 1e-6,
        };
        var place = new double[moving.Length];
        for (int i = 0; i < place.Length; i++)
            place[i] = start.Coordinates[moving[i]] * scales[i];
        double found = -ProjectedLbfgs.Minimize(problem, place);
        ModelPoint end = Moved(start, moving, scales, place);
        return found > value && _space.IsAllowed(end) ? (end, found) : (start, value);
    }

    private SmoothFunction Negative(ModelPoint start, int[] moving, double[] scales) =>
        (place, gradient) =>
        {
            double value = _function.Evaluate(Moved(start, moving, scales, place), _gradient);
            for (int i = 0; i < moving.Length; i++)
                gradient[i] = -_gradient[moving[i]] / scales[i];
            return -value;
        };

    private ModelPoint Moved(
        ModelPoint start, int[] moving, double[] scales, ReadOnlySpan<double> place)
    {
        var units = (double[])start.Units.Clone();
        for (int i = 0; i < moving.Length; i++)
            units[_space.Parameters[moving[i]].Index] = Math.Min(1, place[i] / scales[i]);
        return _space.Settle(units);
    }

    // One round over the parameters that have places only.
    private bool Exchange(ref ModelPoint point, ref double value)
    {
        bool isBetter = false;
        foreach (ModelParameter parameter in _space.Parameters)
        {
            if (parameter.Places is null || !point.IsActive[parameter.Index])
                continue;
            ModelPoint[] others = Others(parameter, point);
            double[] values = Evaluate(others);
            for (int i = 0; i < others.Length; i++)
            {
                if (values[i] > value + LeastGain && _space.IsAllowed(others[i]))
                    (point, value, isBetter) = (others[i], values[i], true);
            }
        }

        return isBetter;
    }

    private double[] Evaluate(ModelPoint[] points)
    {
        var values = new double[points.Length];
        for (int i = 0; i < values.Length; i += Posterior.Block)
        {
            int count = Math.Min(Posterior.Block, values.Length - i);
            _function.Evaluate(points.AsSpan(i, count), values.AsSpan(i, count));
        }

        return values;
    }

    // Every other place where they are few or without an order; else those 1, 2, 4, ... away.
    private ModelPoint[] Others(ModelParameter parameter, ModelPoint point)
    {
        double[] places = parameter.Places!;
        int own = parameter.CellOf(point.Units[parameter.Index]);
        bool isFull = parameter.IsCategorical || places.Length <= MostTriedInFull;
        var others = new List<ModelPoint>();
        for (int cell = 0; cell < places.Length; cell++)
        {
            int apart = Math.Abs(cell - own);
            if (apart == 0 || !(isFull || (apart & (apart - 1)) == 0))
                continue;
            var units = (double[])point.Units.Clone();
            units[parameter.Index] = places[cell];
            others.Add(_space.Settle(units));
        }

        return [.. others];
    }
}
