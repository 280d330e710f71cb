namespace ActorTune.Randomness;

/// <summary>
/// The seeds are fixed, so these tests cannot fail by chance; the limits are the 99.9 % points.
/// </summary>
public sealed class RandomStreamDistributionTests
{
    private readonly RandomStream _stream = RandomStream.For(77, StreamName.Sampler, 0, 0);

    [Fact]
    public void NextInt32_BelowSeven_IsUniform()
    {
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[_stream.NextInt32(7)]++;
        }

        Assert.InRange(ChiSquare(counts), 0.0, 22.46); // 6 degrees of freedom
    }

    [Fact]
    public void NextInt64_BelowABoundThatFitsBadly_IsUniformBecauseItRejects()
    {
        // 2^64 is 8/3 of the bound: without rejection every third value would come up too rarely.
        const long Bound = 3L << 61;
        int[] counts = new int[3];
        for (int i = 0; i < 30_000; i++)
        {
            counts[_stream.NextInt64(Bound) % 3]++;
        }

        Assert.InRange(ChiSquare(counts), 0.0, 13.82); // 2 degrees of freedom
        Assert.InRange(_stream.DrawCount, 39_000, 41_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public void NextInt32_StaysBelowItsBound(int bound)
    {
        for (int i = 0; i < 2_000; i++)
        {
            Assert.InRange(_stream.NextInt32(bound), 0, bound - 1);
        }
    }

    [Fact]
    public void NextDouble_StaysInItsRange_AndIsUniform()
    {
        int[] counts = new int[20];
        for (int i = 0; i < 60_000; i++)
        {
            double value = _stream.NextDouble();
            Assert.True(value is >= 0.0 and < 1.0);
            counts[(int)(20.0 * value)]++;
            double open = _stream.NextOpenDouble();
            Assert.True(open is > 0.0 and < 1.0);
            counts[(int)(20.0 * open)]++;
        }

        Assert.InRange(ChiSquare(counts), 0.0, 43.82); // 19 degrees of freedom
    }

    [Fact]
    public void NextBoolean_IsTrueHalfTheTime()
    {
        int[] counts = new int[2];
        for (int i = 0; i < 20_000; i++)
        {
            counts[_stream.NextBoolean() ? 1 : 0]++;
        }

        Assert.InRange(ChiSquare(counts), 0.0, 10.83); // 1 degree of freedom
    }

    [Fact]
    public void NextNormal_HasTheMomentsOfTheNormalDistribution()
    {
        const int Count = 100_000;
        double sum = 0.0, squares = 0.0, fourths = 0.0;
        for (int i = 0; i < Count; i++)
        {
            double value = _stream.NextNormal();
            sum += value;
            squares += value * value;
            fourths += value * value * value * value;
        }

        Assert.Equal(0.0, sum / Count, 0.011);
        Assert.Equal(1.0, squares / Count, 0.015);
        Assert.Equal(3.0, fourths / Count, 0.11);
    }

    [Fact]
    public void Shuffle_ReachesEveryOrderEquallyOften()
    {
        int[] counts = new int[24];
        for (int i = 0; i < 24_000; i++)
        {
            int[] items = [0, 1, 2, 3];
            _stream.Shuffle<int>(items);
            Assert.Equal(6, items.Sum());
            int larger = items[2] > items[3] ? 1 : 0;
            int second = items.Skip(2).Count(x => x < items[1]);
            counts[items[0] * 6 + second * 2 + larger]++;
        }

        Assert.InRange(ChiSquare(counts), 0.0, 49.73); // 23 degrees of freedom
    }

    private static double ChiSquare(int[] counts)
    {
        double expected = counts.Sum() / (double)counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
