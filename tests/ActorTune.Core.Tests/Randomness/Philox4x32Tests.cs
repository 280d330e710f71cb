namespace ActorTune.Randomness;

public sealed class Philox4x32Tests
{
    /// <summary>The known answers that the authors publish with Random123 for ten rounds.</summary>
    public static TheoryData<uint[], uint[], uint[]> KnownAnswers => new()
    {
        {
            [0, 0, 0, 0],
            [0, 0],
            [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]
        },
        {
            [0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF],
            [0xFFFFFFFF, 0xFFFFFFFF],
            [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]
        },
        {
            [0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344],
            [0xA4093822, 0x299F31D0],
            [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1]
        },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Block_GivesThePublishedAnswer(uint[] counter, uint[] key, uint[] expected)
    {
        Philox4x32.Block(
            ref counter[0], ref counter[1], ref counter[2], ref counter[3], key[0], key[1]);
        Assert.Equal(expected, counter);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(0xFFFFFFFEUL)]
    [InlineData(0xFFFFFFFFUL)]
    [InlineData(0x123456789ABCDEF0UL)]
    public void TwoBlocks_AreTwoSuccessiveBlocks(ulong firstBlock)
    {
        const ulong Key = 0x299F31D0A4093822;
        Philox4x32.TwoBlocks(firstBlock, 5, 6, Key, out PhiloxDraws draws);
        (ulong low, ulong high) = One(firstBlock, Key);
        Assert.Equal((low, high), (draws.First, draws.Second));
        (low, high) = One(firstBlock + 1, Key);
        Assert.Equal((low, high), (draws.Third, draws.Fourth));
    }

    private static (ulong Low, ulong High) One(ulong block, ulong key)
    {
        uint x0 = (uint)block, x1 = (uint)(block >> 32), x2 = 5, x3 = 6;
        Philox4x32.Block(ref x0, ref x1, ref x2, ref x3, (uint)key, (uint)(key >> 32));
        return (x0 | ((ulong)x1 << 32), x2 | ((ulong)x3 << 32));
    }
}
