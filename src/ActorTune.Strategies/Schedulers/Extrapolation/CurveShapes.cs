using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Schedulers.Extrapolation;

/// <summary>
/// The shapes that a learning curve y(x) = c + a s(x) may have: powers x^-k, exponentials
/// exp(-x / t), stretched exponentials exp(-sqrt(x / t)) and 1 / log(x + 1), which are the
/// saturating families of Domhan et al. (IJCAI 2015, table 1) on a grid of their nonlinear
/// parameters.
/// </summary>
/// <remarks>
/// Each is scaled to 1 at the first unit and 0 at the full resource R, so that c is the value at
/// R and a what the curve loses on the way. Shapes at a resource are computed once.
/// </remarks>
internal sealed class CurveShapes(long max)
{
    private static readonly double[] Powers = [0.25, 0.5, 1, 2];
    private static readonly double[] Times = [0.02, 0.05, 0.1, 0.2, 0.4, 0.8];
    private static readonly double[] Stretched = [0.002, 0.02, 0.2];

    private readonly Dictionary<long, double[]> _known = [];
    private readonly double[] _first = Raw(1, max);
    private readonly double[] _last = Raw(max, max);

    internal static int Count => Powers.Length + Times.Length + Stretched.Length + 1;

    /// <summary>The value of each shape at a resource.</summary>
    internal double[] At(long step)
    {
        if (_known.TryGetValue(step, out double[]? known))
            return known;
        double[] shapes = Raw(step, max);
        for (int k = 0; k < shapes.Length; k++)
            shapes[k] = (shapes[k] - _last[k]) / (_first[k] - _last[k]);
        _known.Add(step, shapes);
        return shapes;
    }

    private static double[] Raw(long step, long max)
    {
        double x = Math.Max(step, 1);
        double log = PortableMath.Log(x);
        return
        [
            .. Powers.Select(power => PortableMath.Exp(-power * log)),
            .. Times.Select(time => PortableMath.Exp(-(x - 1) / (time * max))),
            .. Stretched.Select(time => PortableMath.Exp(-Math.Sqrt((x - 1) / (time * max)))),
            1 / PortableMath.Log(x + 1),
        ];
    }
}
