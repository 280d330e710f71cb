using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
    /// Four successive blocks as eight 64-bit values, low word first. Where the processor
    /// multiplies four words at once they take as long as one block; all of it is exact integer
    /// arithmetic, so that the processor decides nothing but the speed.
    /// </summary>
    internal static void FourBlocks(
        ulong firstBlock, uint word2, uint word3, ulong key, ref PhiloxDraws draws)
    {
        if (Avx2.IsSupported)
        {
            FourBlocksAtOnce(firstBlock, word2, word3, key, ref draws);
            return;
        }

        for (int i = 0; i < 4; i++)
        {
            ulong block = firstBlock + (ulong)i;
            uint x0 = (uint)block, x1 = (uint)(block >> 32), x2 = word2, x3 = word3;
            Block(ref x0, ref x1, ref x2, ref x3, (uint)key, (uint)(key >> 32));
            draws[2 * i] = x0 | ((ulong)x1 << 32);
            draws[2 * i + 1] = x2 | ((ulong)x3 << 32);
        }
    }

    // One block in each lane of 64 bits. The multiplication reads the lower half of a lane alone,
    // so what the rounds leave in the upper half is cut off once, at the end.
    private static void FourBlocksAtOnce(
        ulong firstBlock, uint word2, uint word3, ulong key, ref PhiloxDraws draws)
    {
        Vector256<ulong> x0 = Vector256.Create(firstBlock) + Vector256.Create(0UL, 1UL, 2UL, 3UL);
        Vector256<ulong> x1 = x0 >>> 32;
        Vector256<ulong> x2 = Vector256.Create((ulong)word2);
        Vector256<ulong> x3 = Vector256.Create((ulong)word3);
        Vector256<uint> key0 = Vector256.Create((uint)key);
        Vector256<uint> key1 = Vector256.Create((uint)(key >> 32));
        Vector256<uint> multiplier0 = Vector256.Create(Multiplier0);
        Vector256<uint> multiplier1 = Vector256.Create(Multiplier1);
        for (int round = 0; round < Rounds; round++)
        {
            Vector256<ulong> product0 = Avx2.Multiply(x0.AsUInt32(), multiplier0);
            Vector256<ulong> product1 = Avx2.Multiply(x2.AsUInt32(), multiplier1);
            x0 = (product1 >>> 32) ^ x1 ^ key0.AsUInt64();
            x1 = product1;
            x2 = (product0 >>> 32) ^ x3 ^ key1.AsUInt64();
            x3 = product0;
            key0 += Vector256.Create(KeyStep0);
            key1 += Vector256.Create(KeyStep1);
        }

        Vector256<ulong> lowerHalf = Vector256.Create((ulong)uint.MaxValue);
        Vector256<ulong> first = (x0 & lowerHalf) | (x1 << 32);
        Vector256<ulong> second = (x2 & lowerHalf) | (x3 << 32);
        Vector256<ulong> even = Avx2.UnpackLow(first, second);
        Vector256<ulong> odd = Avx2.UnpackHigh(first, second);
        Avx2.Permute2x128(even, odd, 0x20).StoreUnsafe(ref draws[0]);
        Avx2.Permute2x128(even, odd, 0x31).StoreUnsafe(ref draws[4]);
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
