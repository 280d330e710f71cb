namespace ActorTune.Arithmetic;

/// <summary>The special cases of C99 Annex F, compared by bits: zeros keep their sign.</summary>
public sealed class PortableMathSpecialCaseTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double Smallest = double.Epsilon;

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(Smallest, 1.0)]
    [InlineData(Infinity, Infinity)]
    [InlineData(-Infinity, 0.0)]
    [InlineData(709.7827128933841, Infinity)]
    [InlineData(-745.1332191019412, 0.0)]
    [InlineData(double.MaxValue, Infinity)]
    [InlineData(-double.MaxValue, 0.0)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_AtItsLimits(double x, double expected) =>
        AssertSame(expected, PortableMath.Exp(x));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(-Smallest, -Smallest)]
    [InlineData(Infinity, Infinity)]
    [InlineData(-Infinity, -1.0)]
    [InlineData(-50.5, -1.0)]
    [InlineData(710.0, Infinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Expm1_AtItsLimits(double x, double expected) =>
        AssertSame(expected, PortableMath.Expm1(x));

    [Theory]
    [InlineData(0.0, -Infinity)]
    [InlineData(1.0, 0.0)]
    [InlineData(Infinity, Infinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(-Smallest, double.NaN)]
    [InlineData(-Infinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_AtItsLimits(double x, double expected) =>
        AssertSame(expected, PortableMath.Log(x));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(-Smallest, -Smallest)]
    [InlineData(-1.0, -Infinity)]
    [InlineData(-1.0000000000000002, double.NaN)]
    [InlineData(Infinity, Infinity)]
    [InlineData(-Infinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Log1P_AtItsLimits(double x, double expected) =>
        AssertSame(expected, PortableMath.Log1P(x));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(Smallest, Smallest)]
    [InlineData(Infinity, double.NaN)]
    [InlineData(-Infinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Sin_AtItsLimits(double x, double expected) =>
        AssertSame(expected, PortableMath.Sin(x));

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(Infinity, double.NaN)]
    [InlineData(-Infinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Cos_AtItsLimits(double x, double expected) =>
        AssertSame(expected, PortableMath.Cos(x));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(-Smallest, -Smallest)]
    [InlineData(Infinity, 1.0)]
    [InlineData(-Infinity, -1.0)]
    [InlineData(double.NaN, double.NaN)]
    public void TanhAndErf_AtTheirLimits(double x, double expected)
    {
        AssertSame(expected, PortableMath.Tanh(x));
        AssertSame(expected, PortableMath.Erf(x));
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(Infinity, 0.0)]
    [InlineData(-Infinity, 2.0)]
    [InlineData(double.NaN, double.NaN)]
    public void Erfc_AtItsLimits(double x, double expected) =>
        AssertSame(expected, PortableMath.Erfc(x));

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(Infinity, 1.0)]
    [InlineData(-Infinity, 0.0)]
    [InlineData(-40.0, 0.0)]
    [InlineData(double.NaN, double.NaN)]
    public void NormalCdf_AtItsLimits(double x, double expected) =>
        AssertSame(expected, PortableMath.NormalCdf(x));

    [Theory]
    [InlineData(0.5, 0.0)]
    [InlineData(0.0, -Infinity)]
    [InlineData(1.0, Infinity)]
    [InlineData(-Smallest, double.NaN)]
    [InlineData(1.0000000000000002, double.NaN)]
    [InlineData(Infinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void NormalQuantile_AtItsLimits(double p, double expected) =>
        AssertSame(expected, PortableMath.NormalQuantile(p));

    [Fact]
    public void NegativeZero_KeepsItsSignWhereTheFunctionIsOdd()
    {
        AssertSame(-0.0, PortableMath.Expm1(-0.0));
        AssertSame(-0.0, PortableMath.Log1P(-0.0));
        AssertSame(-0.0, PortableMath.Sin(-0.0));
        AssertSame(-0.0, PortableMath.Tanh(-0.0));
        AssertSame(-0.0, PortableMath.Erf(-0.0));
    }

    [Fact]
    public void NegativeZero_CountsAsZeroElsewhere()
    {
        AssertSame(1.0, PortableMath.Exp(-0.0));
        AssertSame(-Infinity, PortableMath.Log(-0.0));
        AssertSame(1.0, PortableMath.Cos(-0.0));
        AssertSame(1.0, PortableMath.Erfc(-0.0));
        AssertSame(0.5, PortableMath.NormalCdf(-0.0));
        AssertSame(-Infinity, PortableMath.NormalQuantile(-0.0));
    }

    [Fact]
    public void Pow_OnAllPairsOfSpecialValues_AgreesWithTheRuntime()
    {
        double[] bases =
        [
            0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, Smallest, -Smallest, double.MaxValue,
            -double.MaxValue, Infinity, -Infinity, double.NaN, 0.9999999999999999,
            1.0000000000000002,
        ];
        double[] exponents =
        [
            .. bases, 3.0, -3.0, 4.0, -4.0, 1.5, -1.5, 1023.0, -1074.0, 9007199254740991.0,
            -9007199254740991.0, 9007199254740992.0, 1e300, -1e300, 1e-300,
        ];
        foreach (double x in bases)
        {
            foreach (double y in exponents)
            {
                // finite, nonzero results are held to the reference table instead
                double expected = Math.Pow(x, y);
                double actual = PortableMath.Pow(x, y);
                bool isLimit = expected == 0.0 || !double.IsFinite(expected);
                Assert.True(
                    isLimit ? expected.Equals(actual) : Math.Abs(actual / expected - 1.0) < 1e-14,
                    $"Pow({x:R}, {y:R}) gave {actual:R}, not {expected:R}.");
                Assert.Equal(
                    double.IsNaN(expected) || double.IsNegative(expected),
                    double.IsNaN(actual) || double.IsNegative(actual));
            }
        }
    }

    private static void AssertSame(double expected, double actual)
    {
        // There is one NaN among the results, whatever came in.
        Assert.Equal(
            BitConverter.DoubleToUInt64Bits(expected), BitConverter.DoubleToUInt64Bits(actual));
    }
}
