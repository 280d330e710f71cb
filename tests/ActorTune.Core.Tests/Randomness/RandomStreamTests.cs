namespace ActorTune.Randomness;

public sealed class RandomStreamTests
{
    /// <summary>Computed from the documented rule by a program in another language.</summary>
    public static TheoryData<ulong, string, int, int, ulong[]> GoldenDraws => new()
    {
        {
            0, "sampler", 0, 0,
            [
                0xC49B73166DF06A48, 0x18A2A2EF47DF572A, 0xCFBF502D1A5D0725, 0xF94911ACDA4ECA40,
                0xA7B1A4601829F592, 0x80AAF3163A3E69F9,
            ]
        },
        {
            42, "sampler", 7, 3,
            [
                0x1AC5493D50A99FDB, 0xA5B255AC7D3A5766, 0xD91732C14454E148, 0x740ED6FA20955567,
                0xE838C480D959AD3A, 0x8EAD7248F14509F2,
            ]
        },
        {
            42, "trial-seed", 7, 3,
            [
                0xCA7ECCDCD54C20B9, 0x648985621A88E2B6, 0xEAC84DD26A715A14, 0x1464D83C35C3F80E,
                0x07F968EDEC9782C1, 0xCCDA8C5F6BBA8AD1,
            ]
        },
        {
            ulong.MaxValue, "grid", int.MaxValue, int.MaxValue,
            [
                0xCD7B4C1A257F7A31, 0x826AF09DA058F4AB, 0xF22865D9311A870B, 0x699D8FE594EF4C07,
                0x7BB174A621606C4D, 0x26DB41D687882384,
            ]
        },
        {
            1, "bracket", 0, 1,
            [
                0x1E8D197C9D3A545C, 0xBD2C48F56520F71B, 0x89829954B4FF708C, 0x4A78F88464D11577,
                0x8812C3C1B7265C36, 0x7C39B932BB1E50A0,
            ]
        },
    };

    [Theory]
    [MemberData(nameof(GoldenDraws))]
    public void NextUInt64_GivesTheGoldenDraws(
        ulong seed, string name, int trialNumber, int ordinal, ulong[] expected)
    {
        RandomStream stream = RandomStream.For(seed, new StreamName(name), trialNumber, ordinal);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(i, stream.DrawCount);
            Assert.Equal(expected[i], stream.NextUInt64());
        }

        stream.Seek((1L << 33) + 5);
        Assert.Equal(expected[5], stream.NextUInt64());
        Assert.Equal(
            expected[0],
            RandomStream.DeriveSeed(seed, new StreamName(name), trialNumber, ordinal));
    }

    [Fact]
    public void Draws_DoNotDependOnTheOrderInWhichStreamsAreUsed()
    {
        ulong[][] oneByOne = new ulong[6][];
        for (int trial = 0; trial < 6; trial++)
        {
            RandomStream stream = RandomStream.For(9, StreamName.Sampler, trial, 0);
            oneByOne[trial] = [.. Enumerable.Range(0, 11).Select(_ => stream.NextUInt64())];
        }

        RandomStream[] backwards =
            [.. Enumerable.Range(0, 6).Select(t => RandomStream.For(9, StreamName.Sampler, t, 0))];
        for (int draw = 0; draw < 11; draw++)
        {
            for (int trial = 5; trial >= 0; trial--)
            {
                Assert.Equal(oneByOne[trial][draw], backwards[trial].NextUInt64());
            }
        }
    }

    [Fact]
    public void Streams_ThatDifferInOneCoordinate_ShareNoDraws()
    {
        RandomStream[] streams =
        [
            RandomStream.For(1, StreamName.Sampler, 0, 0),
            RandomStream.For(2, StreamName.Sampler, 0, 0),
            RandomStream.For(1, StreamName.Grid, 0, 0),
            RandomStream.For(1, StreamName.Sampler, 1, 0),
            RandomStream.For(1, StreamName.Sampler, 0, 1),
        ];
        ulong[] draws =
            [.. streams.SelectMany(s => Enumerable.Range(0, 500).Select(_ => s.NextUInt64()))];
        Assert.Equal(draws.Length, draws.Distinct().Count());
    }

    [Fact]
    public void Seek_ToAnyPosition_GoesOnFromThere()
    {
        RandomStream stream = RandomStream.For(3, StreamName.Bracket, 1, 2);
        ulong[] draws = [.. Enumerable.Range(0, 20).Select(_ => stream.NextUInt64())];
        for (int start = 19; start >= 0; start--)
        {
            stream.Seek(start);
            Assert.Equal(start, stream.DrawCount);
            for (int i = start; i < 20; i++)
            {
                Assert.Equal(draws[i], stream.NextUInt64());
            }
        }
    }

    [Fact]
    public void EveryKindOfNumber_IsTheStatedFunctionOfOneDraw()
    {
        RandomStream draws = RandomStream.For(4, StreamName.Sampler, 0, 0);
        RandomStream numbers = RandomStream.For(4, StreamName.Sampler, 0, 0);
        Assert.Equal((uint)(draws.NextUInt64() >> 32), numbers.NextUInt32());
        Assert.Equal(draws.NextUInt64() >> 63 != 0, numbers.NextBoolean());
        Assert.Equal((draws.NextUInt64() >> 11) / 9007199254740992.0, numbers.NextDouble());
        Assert.Equal(
            (2 * (draws.NextUInt64() >> 12) + 1) / 9007199254740992.0, numbers.NextOpenDouble());
        Assert.Equal(draws.DrawCount, numbers.DrawCount);
    }

    [Fact]
    public void Draws_AllocateNothing()
    {
        RandomStream stream = RandomStream.For(6, StreamName.Sampler, 0, 0);
        int[] items = new int[50];
        double sum = DrawAll(stream, items);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += DrawAll(stream, items);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(double.IsFinite(sum));
    }

    [Fact]
    public void For_WithoutAName_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => RandomStream.For(1, default, 0, 0));
        Assert.Equal("stream", error.ParamName);
        Assert.Throws<ArgumentException>(() => RandomStream.DeriveSeed(1, default, 0, 0));
    }

    [Theory]
    [InlineData(-1, 0, "trialNumber")]
    [InlineData(0, -1, "ordinal")]
    public void For_BelowZero_IsRefused(int trialNumber, int ordinal, string parameter)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => RandomStream.For(1, StreamName.Grid, trialNumber, ordinal));
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains("\"grid\"", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => RandomStream.DeriveSeed(1, StreamName.Grid, trialNumber, ordinal));
    }

    [Fact]
    public void Bounds_BelowOne_AndPositionsBelowZero_AreRefused()
    {
        RandomStream stream = RandomStream.For(1, StreamName.Grid, 0, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInt32(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInt64(-5));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Seek(-1));
        Assert.Equal(0, stream.DrawCount);
    }

    private static double DrawAll(RandomStream stream, int[] items)
    {
        double sum = 0.0;
        for (int i = 0; i < 200; i++)
        {
            sum += stream.NextDouble() + stream.NextOpenDouble() + stream.NextNormal();
            sum += stream.NextInt32(10) + stream.NextInt64(10) + stream.NextUInt32();
            sum += stream.NextBoolean() ? 1.0 : 0.0;
        }

        stream.Shuffle<int>(items);
        return sum + RandomStream.DeriveSeed(1, StreamName.TrialSeed, 2, 3);
    }
}
