namespace ActorTune.Arithmetic;

/// <summary>
/// Elementary functions and reductions whose result has the same bits on every processor, operating
/// system and runtime, because they use nothing but the operations that IEEE 754 defines
/// (+ - * / and square root, bit operations), in one order, without fused operations.
/// </summary>
/// <remarks>
/// <para>
/// Largest errors, in units in the last place (ulp) against the true result, as measured on 20,000
/// random and extreme arguments each: Exp, Expm1, Log, Log1P, Pow, Tanh 0.51; Sin, Cos 0.72;
/// Erf 1.2; Erfc 3.7; NormalCdf 3.6; NormalQuantile 5.7. The members state the bounds that tests
/// hold them to.
/// </para>
/// <para>
/// Special cases follow C99 Annex F. Every NaN that is returned is <see cref="double.NaN"/>, as the
/// payload that arithmetic gives depends on the processor.
/// </para>
/// </remarks>
public static partial class PortableMath
{
    private const ulong SignMask = 0x8000000000000000;
    private const ulong SmallestNormal = 0x0010000000000000;
    private const ulong InfinityBits = 0x7FF0000000000000;
    private const double TwoTo52 = 4503599627370496.0;
}
