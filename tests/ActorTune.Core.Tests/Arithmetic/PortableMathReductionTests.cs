using ActorTune.Randomness;

namespace ActorTune.Arithmetic;

public sealed class PortableMathReductionTests
{
    [Fact]
    public void SumAndDot_AtEveryShortLength_FollowTheStatedOrder()
    {
        for (int length = 0; length <= 70; length++)
        {
            double[] left = Draw(length, 1);
            double[] right = Draw(length, 2);
            double[] products = [.. left.Zip(right, (a, b) => a * b)];
            double[] squares = [.. left.Select(a => a * a)];
            Assert.Equal(InStatedOrder(left), PortableMath.Sum(left));
            Assert.Equal(InStatedOrder(products), PortableMath.Dot(left, right));
            Assert.Equal(InStatedOrder(squares), PortableMath.SumOfSquares(left));
        }
    }

    [Fact]
    public void Dot_OfASlice_DoesNotDependOnItsAlignment()
    {
        double[] values = Draw(200, 3);
        for (int start = 1; start < 9; start++)
        {
            double[] copy = values[start..(start + 150)];
            Assert.Equal(
                PortableMath.SumOfSquares(copy),
                PortableMath.SumOfSquares(values.AsSpan(start, 150)));
        }
    }

    [Fact]
    public void Reductions_OfNothing_AreZero()
    {
        Assert.Equal(0.0, PortableMath.Sum([]));
        Assert.Equal(0.0, PortableMath.Dot([], []));
        Assert.Equal(0.0, PortableMath.SumOfSquares([]));
    }

    [Fact]
    public void Reductions_WithoutAValue_GiveTheOneNaN()
    {
        double[] values = [1.0, double.PositiveInfinity, 2.0, double.NegativeInfinity, 3.0];
        ulong nan = BitConverter.DoubleToUInt64Bits(double.NaN);
        Assert.Equal(nan, BitConverter.DoubleToUInt64Bits(PortableMath.Sum(values)));
        double[] zeros = new double[5];
        Assert.Equal(nan, BitConverter.DoubleToUInt64Bits(PortableMath.Dot(values, zeros)));
    }

    [Fact]
    public void Dot_OfDifferentLengths_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => PortableMath.Dot(new double[3], new double[4]));
        Assert.Contains("not 3 and 4", error.Message);
    }

    private static double InStatedOrder(double[] terms)
    {
        double[] partial = new double[16];
        int i = 0;
        for (; i + 16 <= terms.Length; i += 16)
        {
            for (int j = 0; j < 16; j++)
            {
                partial[j] += terms[i + j];
            }
        }

        for (; i + 4 <= terms.Length; i += 4)
        {
            for (int j = 0; j < 4; j++)
            {
                partial[j] += terms[i + j];
            }
        }

        double[] lane = new double[4];
        for (int j = 0; j < 4; j++)
        {
            lane[j] = (partial[j] + partial[4 + j]) + (partial[8 + j] + partial[12 + j]);
        }

        double sum = (lane[0] + lane[2]) + (lane[1] + lane[3]);
        for (; i < terms.Length; i++)
        {
            sum += terms[i];
        }

        return sum;
    }

    private static double[] Draw(int length, int ordinal)
    {
        RandomStream stream = RandomStream.For(5, StreamName.Sampler, length, ordinal);
        double[] values = new double[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = stream.NextNormal();
        }

        return values;
    }
}
