using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorTune.Arithmetic;

/// <content>
/// Four exponentials or logarithms at a time, for sums over many kernels. They trade the last bit
/// against speed: within 2 ulp, the same bits on every processor, but not those of the scalar ones.
/// </content>
public static partial class PortableMath
{
    // adding and subtracting 1.5 * 2^52 rounds to an integer, which the low bits then hold
    private const double VectorShifter = 6755399441055744.0;
    private const double Log2OfE = 1.4426950408889634;
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;
    private const double LeastExponent = -708.0;
    private const double LargestExponent = 709.0;
    private const double HalfRoot = 0.7071067811865476;
    private const double LeastNormal = 2.2250738585072014e-308;

    /// <summary>e to the power of each lane.</summary>
    /// <param name="x">
    /// Finite values or -infinity; below -708 a lane gives zero, above 709 infinity.
    /// </param>
    /// <returns>The powers, within 2 ulp.</returns>
    /// <remarks>
    /// With k the nearest integer to x / ln 2 and r = x - k ln 2, e^x = 2^k e^r, and the Taylor
    /// polynomial of degree 13 misses e^r by less than 2^-57.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        Vector256<double> bounded = Bounded(x);
        Vector256<double> shifter = Vector256.Create(VectorShifter);
        Vector256<double> shifted = bounded * Vector256.Create(Log2OfE) + shifter;
        Vector256<double> k = shifted - shifter;
        Vector256<double> r = (bounded - k * Vector256.Create(Ln2High))
            - k * Vector256.Create(Ln2Low);
        Vector256<long> bits = Vector256.ShiftLeft(
            shifted.AsInt64() + Vector256.Create(1023L), 52);
        Vector256<double> power = TaylorOfExp(r) * bits.AsDouble();
        power = Vector256.ConditionalSelect(
            Vector256.LessThan(x, Vector256.Create(LeastExponent)),
            Vector256<double>.Zero,
            power);
        return Vector256.ConditionalSelect(
            Vector256.GreaterThan(x, Vector256.Create(LargestExponent)),
            Vector256.Create(double.PositiveInfinity),
            power);
    }

    /// <summary>The natural logarithm of each lane.</summary>
    /// <param name="x">
    /// Finite values of at least 2^-1022; a lane below that gives -infinity.
    /// </param>
    /// <returns>The logarithms, within 2 ulp.</returns>
    /// <remarks>
    /// With x = 2^k (1 + f) and s = f / (2 + f), log(1 + f) = f - s (f - R(s^2)), R by the
    /// coefficients of FreeBSD's e_log.c, whose error is below 2^-58.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        Vector256<long> bits = x.AsInt64();
        Vector256<long> offset = bits - Vector256.Create(
            BitConverter.DoubleToInt64Bits(HalfRoot));
        Vector256<long> k = Vector256.ShiftRightArithmetic(offset, 52);
        Vector256<double> m = (bits - Vector256.ShiftLeft(k, 52)).AsDouble();
        // an integer below 2^51 in size, added to the bits of 1.5 * 2^52, is that number plus it
        Vector256<double> exponent =
            (k + Vector256.Create(VectorShifter).AsInt64()).AsDouble()
            - Vector256.Create(VectorShifter);
        Vector256<double> f = m - Vector256<double>.One;
        Vector256<double> s = f / (f + Vector256.Create(2.0));
        Vector256<double> half = Vector256.Create(0.5) * f * f;
        Vector256<double> rest = s * (half + SeriesOfLog(s * s));
        Vector256<double> log = exponent * Vector256.Create(Ln2High)
            + (f - (half - (rest + exponent * Vector256.Create(Ln2Low))));
        return Vector256.ConditionalSelect(
            Vector256.LessThan(x, Vector256.Create(LeastNormal)),
            Vector256.Create(double.NegativeInfinity),
            log);
    }

    /// <summary>e to the power of each value, as the lanes' one.</summary>
    /// <param name="x">The exponents.</param>
    /// <param name="powers">Takes the powers; as long as the exponents, or the same span.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> powers)
    {
        RequireOneLength(x.Length, powers.Length);
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(powers);
        int i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
            Exp(Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (; i < x.Length; i++)
            powers[i] = Exp(Vector256.Create(x[i])).ToScalar();
    }

    /// <summary>The natural logarithm of each value, as the lanes' one.</summary>
    /// <param name="x">The values.</param>
    /// <param name="logs">Takes the logarithms; as long as the values, or the same span.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Log(ReadOnlySpan<double> x, Span<double> logs)
    {
        RequireOneLength(x.Length, logs.Length);
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(logs);
        int i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
            Log(Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (; i < x.Length; i++)
            logs[i] = Log(Vector256.Create(x[i])).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Bounded(Vector256<double> x)
    {
        Vector256<double> bounded = Vector256.ConditionalSelect(
            Vector256.LessThan(x, Vector256.Create(LeastExponent)),
            Vector256.Create(LeastExponent),
            x);
        return Vector256.ConditionalSelect(
            Vector256.GreaterThan(bounded, Vector256.Create(LargestExponent)),
            Vector256.Create(LargestExponent),
            bounded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> TaylorOfExp(Vector256<double> r)
    {
        Vector256<double> two = r * r;
        Vector256<double> four = two * two;
        Vector256<double> low = (Vector256<double>.One + r)
            + two * (Vector256.Create(1.0 / 2) + r * Vector256.Create(1.0 / 6));
        Vector256<double> middle =
            (Vector256.Create(1.0 / 24) + r * Vector256.Create(1.0 / 120))
            + two * (Vector256.Create(1.0 / 720) + r * Vector256.Create(1.0 / 5040));
        Vector256<double> high =
            (Vector256.Create(1.0 / 40320) + r * Vector256.Create(1.0 / 362880))
            + two * (Vector256.Create(1.0 / 3628800) + r * Vector256.Create(1.0 / 39916800));
        Vector256<double> top =
            Vector256.Create(1.0 / 479001600) + r * Vector256.Create(1.0 / 6227020800);
        return low + four * (middle + four * (high + four * top));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SeriesOfLog(Vector256<double> z)
    {
        Vector256<double> w = z * z;
        Vector256<double> even = w * (Vector256.Create(3.999999999940941908e-01)
            + w * (Vector256.Create(2.222219843214978396e-01)
                + w * Vector256.Create(1.531383769920937332e-01)));
        Vector256<double> odd = z * (Vector256.Create(6.666666666666735130e-01)
            + w * (Vector256.Create(2.857142874366239149e-01)
                + w * (Vector256.Create(1.818357216161805012e-01)
                    + w * Vector256.Create(1.479819860511658591e-01))));
        return even + odd;
    }

    private static void RequireOneLength(int from, int to)
    {
        if (from != to)
        {
            throw new ArgumentException(
                $"{from} values need as many places for their results, not {to}: slice one.");
        }
    }
}
