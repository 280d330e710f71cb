namespace ActorTune.Arithmetic;

public static partial class PortableMath
{
    /// <summary>
    /// The x at which <see cref="NormalCdf"/> reaches <paramref name="p"/>, within 8 ulp.
    /// </summary>
    /// <param name="p">A probability from 0 to 1.</param>
    /// <returns>The quantile; the infinities for 0 and 1, NaN outside and for NaN.</returns>
    /// <remarks>
    /// Rational approximations of degree seven in three ranges. Source: Wichura, "Algorithm AS 241:
    /// the percentage points of the normal distribution", Applied Statistics 37 (1988), PPND16.
    /// </remarks>
    public static double NormalQuantile(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            return q * CentralQuotient(0.180625 - q * q);
        }

        if (!(p > 0.0 && p < 1.0))
        {
            return p == 0.0 ? double.NegativeInfinity
                : p == 1.0 ? double.PositiveInfinity
                : double.NaN;
        }

        double r = Math.Sqrt(-Log(q < 0.0 ? p : 1.0 - p));
        double size = r <= 5.0 ? NearTailQuotient(r - 1.6) : FarTailQuotient(r - 5.0);
        return q < 0.0 ? -size : size;
    }

    private static double CentralQuotient(double r)
    {
        double top = 2509.0809287301226727;
        top = top * r + 33430.575583588128105;
        top = top * r + 67265.770927008700853;
        top = top * r + 45921.953931549871457;
        top = top * r + 13731.693765509461125;
        top = top * r + 1971.5909503065514427;
        top = top * r + 133.14166789178437745;
        top = top * r + 3.3871328727963666080;
        double bottom = 5226.4952788528545610;
        bottom = bottom * r + 28729.085735721942674;
        bottom = bottom * r + 39307.895800092710610;
        bottom = bottom * r + 21213.794301586595867;
        bottom = bottom * r + 5394.1960214247511077;
        bottom = bottom * r + 687.18700749205790830;
        bottom = bottom * r + 42.313330701600911252;
        bottom = bottom * r + 1.0;
        return top / bottom;
    }

    private static double NearTailQuotient(double r)
    {
        double top = 7.74545014278341407640e-4;
        top = top * r + 2.27238449892691845833e-2;
        top = top * r + 2.41780725177450611770e-1;
        top = top * r + 1.27045825245236838258;
        top = top * r + 3.64784832476320460504;
        top = top * r + 5.76949722146069140550;
        top = top * r + 4.63033784615654529590;
        top = top * r + 1.42343711074968357734;
        double bottom = 1.05075007164441684324e-9;
        bottom = bottom * r + 5.47593808499534494600e-4;
        bottom = bottom * r + 1.51986665636164571966e-2;
        bottom = bottom * r + 1.48103976427480074590e-1;
        bottom = bottom * r + 6.89767334985100004550e-1;
        bottom = bottom * r + 1.67638483018380384940;
        bottom = bottom * r + 2.05319162663775882187;
        bottom = bottom * r + 1.0;
        return top / bottom;
    }

    private static double FarTailQuotient(double r)
    {
        double top = 2.01033439929228813265e-7;
        top = top * r + 2.71155556874348757815e-5;
        top = top * r + 1.24266094738807843860e-3;
        top = top * r + 2.65321895265761230930e-2;
        top = top * r + 2.96560571828504891230e-1;
        top = top * r + 1.78482653991729133580;
        top = top * r + 5.46378491116411436990;
        top = top * r + 6.65790464350110377720;
        double bottom = 2.04426310338993978564e-15;
        bottom = bottom * r + 1.42151175831644588870e-7;
        bottom = bottom * r + 1.84631831751005468180e-5;
        bottom = bottom * r + 7.86869131145613259100e-4;
        bottom = bottom * r + 1.48753612908506148525e-2;
        bottom = bottom * r + 1.36929880922735805310e-1;
        bottom = bottom * r + 5.99832206555887937690e-1;
        bottom = bottom * r + 1.0;
        return top / bottom;
    }
}
