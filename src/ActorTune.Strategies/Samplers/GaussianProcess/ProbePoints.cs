using ActorTune.Arithmetic;
using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// The points at which the acquisition is looked at first: one half spread over the whole space,
/// one half near the best trials at distances of every order.
/// </summary>
/// <remarks>
/// The first half is the additive recurrence of Roberts' generalised golden ratio, x_n = s + n a
/// mod 1 with a_p = phi^-(p + 1), phi^(d + 1) = phi + 1, from a random start s.
/// </remarks>
internal static class ProbePoints
{
    private const int MostMoved = 5;
    private const double LeastReach = 1e-3;
    private const double MostReach = 0.3;

    /// <summary>The probes.</summary>
    /// <param name="space">The space.</param>
    /// <param name="best">The best points so far, best first; at least one.</param>
    /// <param name="count">How many probes.</param>
    /// <param name="chance">The draws.</param>
    internal static List<ModelPoint> Draw(
        ModelSpace space, IReadOnlyList<ModelPoint> best, int count, RandomStream chance)
    {
        List<ModelPoint> probes = Spread(space, count / 2, chance);
        while (probes.Count < count)
            probes.Add(Near(space, best[probes.Count % best.Count], chance));
        return probes;
    }

    /// <summary>Points spread over the whole space.</summary>
    internal static List<ModelPoint> Spread(ModelSpace space, int count, RandomStream chance)
    {
        var probes = new List<ModelPoint>(count);
        int dimensions = space.Space.Dimensions;
        var units = new double[dimensions];
        var steps = new double[dimensions];
        double ratio = Ratio(dimensions);
        double step = 1;
        for (int i = 0; i < dimensions; i++)
        {
            step /= ratio;
            steps[i] = step;
            units[i] = chance.NextDouble();
        }

        for (int n = 0; n < count; n++)
        {
            probes.Add(space.Settle(units));
            Advance(units, steps);
        }

        return probes;
    }

    private static void Advance(double[] units, double[] steps)
    {
        for (int i = 0; i < units.Length; i++)
        {
            units[i] += steps[i];
            units[i] -= units[i] >= 1 ? 1 : 0;
        }
    }

    private static double Ratio(int dimensions)
    {
        double ratio = 2;
        for (int i = 0; i < 60; i++)
            ratio = PortableMath.Pow(1 + ratio, 1.0 / (dimensions + 1));
        return ratio;
    }

    private static ModelPoint Near(ModelSpace space, ModelPoint centre, RandomStream chance)
    {
        var units = (double[])centre.Units.Clone();
        double reach = MostReach * PortableMath.Exp(
            chance.NextDouble() * PortableMath.Log(LeastReach / MostReach));
        int moved = Math.Min(MostMoved, space.Parameters.Length);
        int sure = chance.NextInt32(space.Parameters.Length);
        for (int p = 0; p < space.Parameters.Length; p++)
        {
            ModelParameter parameter = space.Parameters[p];
            bool isMoved = p == sure || chance.NextDouble() * space.Parameters.Length < moved;
            double number = chance.NextOpenDouble();
            if (!isMoved && centre.IsActive[parameter.Index])
                continue;
            units[parameter.Index] =
                parameter.IsCategorical || !centre.IsActive[parameter.Index]
                ? number
                : Move(units[parameter.Index], reach, number);
        }

        return space.Settle(units);
    }

    private static double Move(double unit, double reach, double number)
    {
        double moved = unit + reach * PortableMath.NormalQuantile(number);
        return Math.Clamp(moved, 0, 1);
    }
}
