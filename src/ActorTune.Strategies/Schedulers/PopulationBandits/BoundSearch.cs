using ActorTune.Randomness;
using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>
/// Looks for the configuration of the greatest upper bound of the gain: mean plus deviation times
/// sqrt(0.2 log(0.4 n)) for n intervals, the factors of the authors of <c>pb2</c>.
/// </summary>
/// <param name="space">The space.</param>
/// <param name="model">The model of the gain.</param>
/// <param name="intervals">How many intervals it was made of.</param>
/// <param name="start">The moment of the configuration to begin with.</param>
/// <param name="free">Which of the ordered parameters may move.</param>
internal sealed class BoundSearch(
    MomentSpace space, GainModel model, int intervals, Moment start, int[] free)
{
    private const int Probes = 100;
    private const int Ascents = 3;
    private const int MostEvaluations = 25;

    private readonly double _deviations = Math.Sqrt(
        Math.Max(0, 0.2 * Arithmetic.PortableMath.Log(0.4 * intervals)));

    private readonly double[] _gradient = new double[space.Ordered.Length];

    /// <summary>The best allowed configuration that was found.</summary>
    /// <param name="configuration">The configuration to begin with, which is allowed.</param>
    /// <param name="chance">The draws.</param>
    internal Configuration Best(Configuration configuration, RandomStream chance)
    {
        double[] point = space.Space.Encode(configuration);
        var found = new List<(Configuration Configuration, double[] Point, double Value)>
        {
            (configuration, point, Value(configuration)),
        };
        for (int probe = 0; probe < Probes; probe++)
        {
            var drawn = (double[])point.Clone();
            foreach (int i in free)
                drawn[space.Ordered[i]] = chance.NextDouble();
            Add(found, drawn);
        }

        int[] order = [.. Enumerable.Range(0, found.Count).OrderByDescending(i => found[i].Value)];
        foreach (int index in order.Take(Ascents))
            Add(found, Ascend(found[index].Point));
        return found.MaxBy(one => one.Value).Configuration;
    }

    // What is rounded and settled is what counts.
    private void Add(
        List<(Configuration Configuration, double[] Point, double Value)> found, double[] point)
    {
        Configuration configuration = space.Space.Decode(point);
        if (space.Space.Allows(configuration))
            found.Add((configuration, point, Value(configuration)));
    }

    private double Value(Configuration configuration)
    {
        (double mean, double deviation) =
            model.Predict(space.Of(configuration, start.Context, start.Time));
        return mean + _deviations * deviation;
    }

    private double[] Ascend(double[] from)
    {
        Moment moment = start with { Ordered = Array.ConvertAll(space.Ordered, i => from[i]) };
        var low = new double[free.Length];
        var high = new double[free.Length];
        Array.Fill(high, 1);
        var place = Array.ConvertAll(free, i => moment.Ordered[i]);
        var problem = new BoxProblem(Negative(moment), low, high)
        {
            MostEvaluations = MostEvaluations,
            GradientTolerance = 1e-4,
            DecreaseTolerance = 1e-6,
        };
        ProjectedLbfgs.Minimize(problem, place);
        var end = (double[])from.Clone();
        for (int i = 0; i < free.Length; i++)
            end[space.Ordered[free[i]]] = place[i];
        return end;
    }

    private SmoothFunction Negative(Moment moment) => (place, gradient) =>
    {
        for (int i = 0; i < free.Length; i++)
            moment.Ordered[free[i]] = place[i];
        double value = model.Bound(moment, _deviations, _gradient);
        for (int i = 0; i < free.Length; i++)
            gradient[i] = -_gradient[free[i]];
        return -value;
    };
}
