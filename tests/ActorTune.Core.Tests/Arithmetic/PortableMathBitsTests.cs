using ActorTune.Randomness;

namespace ActorTune.Arithmetic;

/// <summary>
/// One literal for the bits of many results. The tests are run with the runtime's vector
/// instructions on and off; a difference in any bit changes the literal.
/// </summary>
public sealed class PortableMathBitsTests
{
    private const int Count = 4_000;
    private const ulong Expected = 0xDFE979AEB140DB0E;

    [Fact]
    public void AllResults_HaveTheSameBitsOnEveryMachine()
    {
        RandomStream stream = RandomStream.For(2026, new StreamName("bits"), 0, 0);
        ulong hash = 0xCBF29CE484222325;
        for (int i = 0; i < Count; i++)
        {
            double p = stream.NextOpenDouble();
            double x = stream.NextNormal() * 10.0;
            double anything = BitConverter.UInt64BitsToDouble(stream.NextUInt64());
            foreach (double value in (ReadOnlySpan<double>)[p, x, anything])
            {
                hash = Mix(hash, value);
            }

            hash = MixPair(hash, p, x);
            hash = Add(hash, PortableMath.NormalQuantile(p));
        }

        foreach (int length in (ReadOnlySpan<int>)[1, 3, 4, 5, 16, 31, 64, 1001])
        {
            hash = MixReductions(hash, stream, length);
        }

        Assert.True(hash == Expected, $"The hash of all results is 0x{hash:X16}.");
    }

    private static ulong Mix(ulong hash, double x)
    {
        hash = Add(hash, PortableMath.Exp(x));
        hash = Add(hash, PortableMath.Expm1(x));
        hash = Add(hash, PortableMath.Log(Math.Abs(x)));
        hash = Add(hash, PortableMath.Log1P(x));
        hash = Add(hash, PortableMath.Sin(x));
        hash = Add(hash, PortableMath.Cos(x));
        hash = Add(hash, PortableMath.Tanh(x));
        hash = Add(hash, PortableMath.Erf(x));
        hash = Add(hash, PortableMath.Erfc(x));
        return Add(hash, PortableMath.NormalCdf(x));
    }

    private static ulong MixPair(ulong hash, double p, double x)
    {
        hash = Add(hash, PortableMath.Pow(p, x));
        hash = Add(hash, PortableMath.Pow(Math.Abs(x), p));
        return Add(hash, PortableMath.Pow(x, Math.Floor(20.0 * p)));
    }

    private static ulong MixReductions(ulong hash, RandomStream stream, int length)
    {
        double[] left = new double[length];
        double[] right = new double[length];
        for (int i = 0; i < length; i++)
        {
            left[i] = stream.NextNormal();
            right[i] = stream.NextDouble();
        }

        hash = Add(hash, PortableMath.Sum(left));
        hash = Add(hash, PortableMath.Dot(left, right));
        return Add(hash, PortableMath.SumOfSquares(right));
    }

    private static ulong Add(ulong hash, double value) =>
        (hash ^ BitConverter.DoubleToUInt64Bits(value)) * 0x00000100000001B3;
}
