namespace ActorTune.Arithmetic;

/// <summary>
/// The two approximations below the error function and the normal distribution. Both are Chebyshev
/// fits of our own, computed with 200 bits and written as polynomials.
/// </summary>
internal static class ErrorFunctionKernel
{
    // erf(x) / x - 1 in x^2 from 0 to 1, error below 2^-62
    private static ReadOnlySpan<double> Central =>
    [
        0.1283791670955126,
        -0.3761263890318375,
        0.11283791670954879,
        -0.026866170645076792,
        0.0052239776248180145,
        -0.000854832698083379,
        0.0001205533111164271,
        -1.4925595266831182e-05,
        1.6461000484121368e-06,
        -1.6350312701054695e-07,
        1.4659775274047436e-08,
        -1.1372848856791674e-09,
        5.957176147748911e-11,
    ];

    // (1 + 2z) e^(z^2) erfc(z) in (z - 4) / (z + 4), z from 0.499 to 28, error below 2^-63
    private static ReadOnlySpan<double> Scaled =>
    [
        1.2329951186255526,
        -0.1396211168405625,
        0.015379652102620016,
        0.06809705425469167,
        -0.10103906603632293,
        0.09373283499839083,
        -0.06633036581171671,
        0.0371675155367416,
        -0.016197734064789242,
        0.005031969984889648,
        -0.0007577732313659005,
        -0.00019925673006778027,
        0.0001506213841474453,
        -2.4399116382663433e-05,
        -1.1221081677420693e-05,
        5.7096215867203275e-06,
        2.918463889653264e-07,
        -8.255364824652475e-07,
        7.714665360963334e-08,
        1.105637054336315e-07,
        -1.9737190805217532e-08,
        -1.4708067062700426e-08,
        2.409599888309849e-09,
        1.5230347036520805e-09,
    ];

    /// <summary>erf(x) for |x| at most 1.</summary>
    public static double NearZero(double x)
    {
        double square = x * x;
        return x + x * Evaluate(Central, square);
    }

    /// <summary>
    /// e^-(exponent + exponentLow) times e^(z^2) erfc(z), for z from 0.5 to 28: erfc(z) where the
    /// exponent is z^2. It is given apart so that it can be exact, as an error in it is magnified.
    /// </summary>
    public static double Tail(double z, double exponent, double exponentLow)
    {
        double scaled = Evaluate(Scaled, (z - 4.0) / (z + 4.0)) / (1.0 + 2.0 * z);
        return ExpKernel.Evaluate(-exponent, -exponentLow) * scaled;
    }

    // Even and odd powers apart: half the waiting of Horner's rule in one chain.
    private static double Evaluate(ReadOnlySpan<double> coefficients, double x)
    {
        double square = x * x;
        int last = coefficients.Length - 1;
        double upper = coefficients[last];
        double lower = coefficients[last - 1];
        for (int i = last - 2; i > 0; i -= 2)
        {
            upper = upper * square + coefficients[i];
            lower = lower * square + coefficients[i - 1];
        }

        // An even degree leaves the constant; the upper chain is then the even one.
        return (last & 1) == 0
            ? (upper * square + coefficients[0]) + x * lower
            : lower + x * upper;
    }
}
