using System.Numerics;
using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.QuasiRandom;

/// <summary>
/// The Sobol sequence in Gray-code order (Antonov and Saleev, USSR Comput. Maths. Math. Phys. 19,
/// 1979), as it is or with every coordinate scrambled.
/// </summary>
/// <remarks>
/// The scrambling is the hash-based nested uniform one of Burley, "Practical hash-based Owen
/// scrambling", JCGT 9 (2020), whose hash is that of Laine and Karras, "Stratified sampling for
/// stochastic transparency", EGSR 2011, with Burley's constants: every binary digit is flipped by a
/// hash of the digits above it.
/// </remarks>
internal sealed class SobolSequence : IPointSequence
{
    private const double TwoToMinus32 = 1.0 / 4294967296.0;

    private static readonly StreamName Scrambling = new("sobol-scrambling");

    private readonly uint[][] _directions;
    private readonly uint[]? _keys;

    /// <summary>Creates a sequence.</summary>
    /// <param name="dimensions">How many coordinates are wanted.</param>
    /// <param name="seed">The seed of the scrambling; null leaves the sequence as it is.</param>
    internal SobolSequence(int dimensions, ulong? seed)
    {
        _directions = SobolDirections.Create(dimensions);
        if (seed is not { } key)
            return;
        _keys = new uint[_directions.Length];
        for (int i = 0; i < _keys.Length; i++)
            _keys[i] = (uint)RandomStream.DeriveSeed(key, Scrambling, 0, i);
    }

    /// <inheritdoc/>
    public int Dimensions => _directions.Length;

    /// <inheritdoc/>
    public void Fill(int number, Span<double> point)
    {
        uint code = (uint)number ^ ((uint)number >> 1);
        for (int i = 0; i < _directions.Length; i++)
        {
            uint digits = Digits(_directions[i], code);

            // A scrambled coordinate stands in the middle of its cell, so that it is never 0.
            point[i] = _keys is null
                ? digits * TwoToMinus32
                : (Scramble(digits, _keys[i]) + 0.5) * TwoToMinus32;
        }
    }

    private static uint Digits(uint[] directions, uint code)
    {
        uint digits = 0;
        for (; code != 0; code &= code - 1)
            digits ^= directions[BitOperations.TrailingZeroCount(code)];
        return digits;
    }

    private static uint Scramble(uint digits, uint key)
    {
        unchecked
        {
            uint x = Reverse(digits) + key;
            x ^= x * 0x6C50B47C;
            x ^= x * 0xB82F1E52;
            x ^= x * 0xC7AFE638;
            x ^= x * 0x8D22F6E6;
            return Reverse(x);
        }
    }

    private static uint Reverse(uint x)
    {
        x = ((x >> 1) & 0x55555555) | ((x & 0x55555555) << 1);
        x = ((x >> 2) & 0x33333333) | ((x & 0x33333333) << 2);
        x = ((x >> 4) & 0x0F0F0F0F) | ((x & 0x0F0F0F0F) << 4);
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(x);
    }
}
