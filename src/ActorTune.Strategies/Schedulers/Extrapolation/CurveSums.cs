using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Schedulers.Extrapolation;

/// <summary>The sums that the linear model y = c + a s needs of a curve.</summary>
internal struct CurveSums
{
    private double _count;
    private double _s;
    private double _ss;
    private double _y;
    private double _sy;
    private double _yy;

    internal void Add(double s, double y)
    {
        _count++;
        _s += s;
        _ss += s * s;
        _y += y;
        _sy += s * y;
        _yy += y * y;
    }

    /// <summary>
    /// The logarithm of the evidence, but for a constant, and the chance that a new measurement
    /// of c lies below a target.
    /// </summary>
    /// <param name="c">The prior variance of c.</param>
    /// <param name="a">The prior variance of a.</param>
    /// <param name="noise">The variance of the noise.</param>
    /// <param name="target">The target.</param>
    internal readonly (double Evidence, double Chance) Fit(
        double c, double a, double noise, double target)
    {
        double cc = _count / noise + 1 / c;
        double ca = _s / noise;
        double aa = _ss / noise + 1 / a;
        double determinant = cc * aa - ca * ca;
        double mean = (aa * _y - ca * _sy) / noise / determinant;
        double slope = (cc * _sy - ca * _y) / noise / determinant;
        double explained = (mean * _y + slope * _sy) / noise;
        double evidence = -0.5 * (_count * PortableMath.Log(noise)
            + PortableMath.Log(determinant) + _yy / noise - explained);
        double deviation = Math.Sqrt(aa / determinant + noise);
        return (evidence, PortableMath.NormalCdf((target - mean) / deviation));
    }
}
