using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Schedulers.Extrapolation;

/// <summary>
/// What a curve will come to at the full resource, as the chance that it will be better than a
/// mark. It is a mixture of linear models, one for each shape and each of some noise levels,
/// weighted by how well they explain the curve so far; all of it in closed form.
/// </summary>
/// <remarks>
/// Model: y(x) = c + a s(x) + noise; c ~ N(last value, D^2), a ~ N(0, A^2), noise ~ N(0, v^2)
/// (Bishop, "Pattern recognition and machine learning", 2006, sections 3.3 and 3.5). D is what
/// other trials still changed from here, A the larger of twice D and twice the curve's range so
/// far. Noise levels are powers of two around the curve's second differences.
/// </remarks>
internal static class CurvePosterior
{
    private const int NoiseLevels = 9;

    /// <summary>The probability that the value at the full resource is below a mark.</summary>
    /// <param name="curve">The curve so far; two points at least.</param>
    /// <param name="shapes">The shapes up to the full resource.</param>
    /// <param name="spread">D: how far other trials were from their final value here.</param>
    /// <param name="mark">The value that must be beaten.</param>
    internal static double ChanceBelow(
        TrialCurve curve, CurveShapes shapes, double spread, double mark)
    {
        double last = curve.Points[^1].Key;
        double range = Range(curve);
        double unit = Math.Max(range, spread);
        if (unit <= 0)
            return mark > last ? 1 : 0;
        // In units of the wider spread, counted from the last value.
        CurveSums[] sums = Sums(curve, shapes, last, unit);
        double target = (mark - last) / unit;
        double prior = Math.Max(spread / unit, 0.01);
        double noise = Math.Max(Noise(curve) / unit, 1e-4);
        return Mixture(sums, prior * prior, noise, target);
    }

    // The weighted mean of the chances of all models.
    private static double Mixture(CurveSums[] sums, double prior, double noise, double target)
    {
        var models = new (double Evidence, double Chance)[sums.Length * NoiseLevels];
        double most = double.NegativeInfinity;
        for (int i = 0; i < models.Length; i++)
        {
            double level = noise * Math.ScaleB(1, i % NoiseLevels - NoiseLevels / 2);
            models[i] = sums[i / NoiseLevels].Fit(prior, 4, level * level, target);
            most = Math.Max(most, models[i].Evidence);
        }

        double weight = 0;
        double chance = 0;
        foreach ((double evidence, double own) in models)
        {
            double share = PortableMath.Exp(evidence - most);
            weight += share;
            chance += share * own;
        }

        return chance / weight;
    }

    private static double Range(TrialCurve curve)
    {
        double least = double.PositiveInfinity;
        double most = double.NegativeInfinity;
        foreach ((long _, double key) in curve.Points)
        {
            least = Math.Min(least, key);
            most = Math.Max(most, key);
        }

        return most - least;
    }

    // The deviation of independent noise whose second differences have this mean square.
    private static double Noise(TrialCurve curve)
    {
        double sum = 0;
        for (int i = 2; i < curve.Points.Count; i++)
        {
            double second = curve.Points[i].Key - 2 * curve.Points[i - 1].Key
                + curve.Points[i - 2].Key;
            sum += second * second;
        }

        return curve.Points.Count < 3 ? 0 : Math.Sqrt(sum / (6 * (curve.Points.Count - 2)));
    }

    private static CurveSums[] Sums(
        TrialCurve curve, CurveShapes shapes, double origin, double unit)
    {
        var sums = new CurveSums[CurveShapes.Count];
        foreach ((long step, double key) in curve.Points)
        {
            double[] at = shapes.At(step);
            double y = (key - origin) / unit;
            for (int k = 0; k < sums.Length; k++)
                sums[k].Add(at[k], y);
        }

        return sums;
    }
}
