using System.Runtime.CompilerServices;

namespace ActorTune.Randomness;

/// <summary>
/// The block function Philox4x32 with ten rounds: 128 random bits as a function of a 128-bit
/// counter and a 64-bit key, with no state in between. Source: Salmon, Moraes, Dror and Shaw,
/// "Parallel random numbers: as easy as 1, 2, 3" (SC 2011); held to the authors' answers.
/// </summary>
public static class Philox4x32
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;

    /// <summary>Computes one block in place.</summary>
    /// <param name="x0">In: word 0 of the counter; out: word 0 of the block.</param>
    /// <param name="x1">The same for word 1.</param>
    /// <param name="x2">The same for word 2.</param>
    /// <param name="x3">The same for word 3.</param>
    /// <param name="key0">Word 0 of the key.</param>
    /// <param name="key1">Word 1 of the key.</param>
    public static void Block(
        ref uint x0, ref uint x1, ref uint x2, ref uint x3, uint key0, uint key1)
    {
        uint a0 = x0, a1 = x1, a2 = x2, a3 = x3;
        for (int round = 0; round < Rounds; round++)
        {
            Round(ref a0, ref a1, ref a2, ref a3, key0, key1);
            key0 += KeyStep0;
            key1 += KeyStep1;
        }

        x0 = a0;
        x1 = a1;
        x2 = a2;
        x3 = a3;
    }

    /// <summary>
    /// Two successive blocks as four 64-bit values, low word first: computed side by side they take
    /// little longer than one, as the rounds of one wait for each other.
    /// </summary>
    internal static void TwoBlocks(
        ulong firstBlock, uint word2, uint word3, ulong key, out PhiloxDraws draws)
    {
        ulong secondBlock = firstBlock + 1;
        uint a0 = (uint)firstBlock, a1 = (uint)(firstBlock >> 32), a2 = word2, a3 = word3;
        uint b0 = (uint)secondBlock, b1 = (uint)(secondBlock >> 32), b2 = word2, b3 = word3;
        uint key0 = (uint)key, key1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            Round(ref a0, ref a1, ref a2, ref a3, key0, key1);
            Round(ref b0, ref b1, ref b2, ref b3, key0, key1);
            key0 += KeyStep0;
            key1 += KeyStep1;
        }

        draws.First = a0 | ((ulong)a1 << 32);
        draws.Second = a2 | ((ulong)a3 << 32);
        draws.Third = b0 | ((ulong)b1 << 32);
        draws.Fourth = b2 | ((ulong)b3 << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref uint x0, ref uint x1, ref uint x2, ref uint x3, uint key0, uint key1)
    {
        ulong product0 = (ulong)Multiplier0 * x0;
        ulong product1 = (ulong)Multiplier1 * x2;
        x0 = (uint)(product1 >> 32) ^ x1 ^ key0;
        x1 = (uint)product1;
        x2 = (uint)(product0 >> 32) ^ x3 ^ key1;
        x3 = (uint)product0;
    }
}
