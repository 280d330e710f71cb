using System.Runtime.Intrinsics;

namespace ActorTune.Arithmetic;

public sealed class PortableMathVectorTests
{
    [Theory]
    [InlineData("exp", true)]
    [InlineData("log", false)]
    public void Lanes_OnTheReferenceTable_AreWithinTwoUlp(string table, bool isExp)
    {
        int tried = 0;
        foreach (ReferenceTable.Entry entry in ReferenceTable.Read(table))
        {
            if (isExp ? Math.Abs(entry.X) > 700 : entry.X < 1e-300)
                continue;
            double value = isExp ? Exp(entry.X) : Log(entry.X);
            double expected = isExp ? PortableMath.Exp(entry.X) : PortableMath.Log(entry.X);
            Assert.InRange(Ulps(expected, value), 0, 2);
            tried++;
        }

        Assert.True(tried > 100, $"only {tried} entries were tried");
    }

    [Fact]
    public void Exp_OutOfRange_IsZeroOrInfinite()
    {
        Assert.Equal(0.0, Exp(-708.5));
        Assert.Equal(0.0, Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Exp(709.5));
        Assert.Equal(1.0, Exp(0.0));
    }

    [Fact]
    public void Log_OfOneIsZeroAndOfZeroMinusInfinity()
    {
        Assert.Equal(0.0, Log(1.0));
        Assert.Equal(double.NegativeInfinity, Log(0.0));
    }

    [Fact]
    public void Spans_GiveTheBitsOfTheLanes_AtEveryLength()
    {
        double[] x = [.. Enumerable.Range(1, 11).Select(i => i * 0.7)];
        for (int length = 0; length <= x.Length; length++)
        {
            var powers = new double[length];
            var logs = new double[length];
            PortableMath.Exp(x.AsSpan(0, length), powers);
            PortableMath.Log(x.AsSpan(0, length), logs);
            Assert.Equal(x.Take(length).Select(Exp), powers);
            Assert.Equal(x.Take(length).Select(Log), logs);
        }
    }

    [Fact]
    public void Spans_OfDifferentLengths_AreRefused() =>
        Assert.Throws<ArgumentException>(() => PortableMath.Exp(new double[2], new double[3]));

    private static double Exp(double x) => PortableMath.Exp(Vector256.Create(x)).GetElement(3);

    private static double Log(double x) => PortableMath.Log(Vector256.Create(x)).GetElement(3);

    private static long Ulps(double expected, double value) => Math.Abs(
        BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(value));
}
