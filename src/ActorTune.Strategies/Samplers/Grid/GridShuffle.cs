using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.Grid;

/// <summary>
/// A keyed permutation of 0 .. n - 1 in constant memory: a Feistel network (Luby and Rackoff,
/// SIAM J. Comput. 17, 1988) over the next power of four, walked until it lands below n (Black and
/// Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002).
/// </summary>
internal sealed class GridShuffle
{
    private const int RoundCount = 8;

    private readonly ulong[] _keys = new ulong[RoundCount];
    private readonly ulong _count;
    private readonly int _halfBits = 1;
    private readonly ulong _halfMask;

    internal GridShuffle(long count, ulong seed)
    {
        _count = (ulong)count;
        while (_count > 1UL << (2 * _halfBits))
            _halfBits++;
        _halfMask = (1UL << _halfBits) - 1;
        for (int round = 0; round < RoundCount; round++)
            _keys[round] = RandomStream.DeriveSeed(seed, StreamName.Grid, 0, round);
    }

    /// <summary>The number at a place of the permuted order.</summary>
    internal long At(long place)
    {
        ulong number = (ulong)place;
        do
            number = Encipher(number);
        while (number >= _count);
        return (long)number;
    }

    /// <summary>The place of a number in the permuted order.</summary>
    internal long PlaceOf(long number)
    {
        ulong place = (ulong)number;
        do
            place = Decipher(place);
        while (place >= _count);
        return (long)place;
    }

    private ulong Encipher(ulong number)
    {
        ulong left = number >> _halfBits;
        ulong right = number & _halfMask;
        for (int round = 0; round < RoundCount; round++)
            (left, right) = (right, left ^ Mix(right, _keys[round]));
        return (left << _halfBits) | right;
    }

    private ulong Decipher(ulong number)
    {
        ulong left = number >> _halfBits;
        ulong right = number & _halfMask;
        for (int round = RoundCount - 1; round >= 0; round--)
            (left, right) = (right ^ Mix(left, _keys[round]), left);
        return (left << _halfBits) | right;
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), its upper bits.
    private ulong Mix(ulong half, ulong key)
    {
        unchecked
        {
            ulong z = half + key;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 32) & _halfMask;
        }
    }
}
