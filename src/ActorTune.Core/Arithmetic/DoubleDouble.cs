using System.Runtime.CompilerServices;

namespace ActorTune.Arithmetic;

/// <summary>
/// Sums and products without error, as a rounded value and the rest. The rest is exact as long as
/// nothing overflows or underflows. Source: Dekker, "A floating-point technique for extending the
/// available precision" (1971); Knuth, TAOCP volume 2, section 4.2.2.
/// </summary>
internal static class DoubleDouble
{
    // 2^27 + 1 splits 53 bits into 26 and 26 (Veltkamp)
    private const double Splitter = 134217729.0;

    /// <summary>The rounded sum of any two numbers, and what rounding took away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double TwoSum(double a, double b, out double rest)
    {
        double sum = a + b;
        double bPart = sum - a;
        rest = (a - (sum - bPart)) + (b - bPart);
        return sum;
    }

    /// <summary>The same where |a| is at least |b|, or a is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double FastTwoSum(double a, double b, out double rest)
    {
        double sum = a + b;
        rest = (a - sum) + b;
        return sum;
    }

    /// <summary>The rounded product, and what rounding took away; |a|, |b| below 2^990.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double TwoProduct(double a, double b, out double rest)
    {
        double product = a * b;
        double scaledA = Splitter * a;
        double highA = scaledA - (scaledA - a);
        double lowA = a - highA;
        double scaledB = Splitter * b;
        double highB = scaledB - (scaledB - b);
        double lowB = b - highB;
        rest = (((highA * highB - product) + highA * lowB) + lowA * highB) + lowA * lowB;
        return product;
    }
}
