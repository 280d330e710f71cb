using System.Globalization;
using System.Runtime.CompilerServices;
using ActorTune.Arithmetic;

namespace ActorTune.Randomness;

/// <summary>
/// Random numbers that are a function of (study seed, stream name, trial number, ordinal) and of
/// how many were drawn before from the same stream: never of time, thread or order of arrival.
/// The instance is a cursor; two instances of the same four give the same numbers.
/// </summary>
/// <remarks>
/// <para>
/// Draw n, counted from zero, is half n mod 2 (words 0 and 1, or 2 and 3, low word first) of the
/// <see cref="Philox4x32"/> block with the counter words (block number's low half, its high half,
/// trial number, ordinal), block number n / 2. The 64-bit key, low word first, is
/// M(M(study seed + 0x9E3779B97F4A7C15) xor FNV-1a(name)), M being the finaliser of SplitMix64
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) and
/// FNV-1a the 64-bit hash of Fowler, Noll and Vo over the name's UTF-8.
/// </para>
/// <para>
/// Every number takes one 64-bit draw, but for integers below a bound, which take another where the
/// first would bias them (chance at most bound / 2^64), and <see cref="Shuffle"/>. No draw
/// allocates. Not for several threads at once.
/// </para>
/// </remarks>
public sealed class RandomStream
{
    private const ulong SeedStep = 0x9E3779B97F4A7C15;
    private const double TwoToMinus53 = 1.1102230246251565e-16;
    private const double TwoToMinus52 = 2.220446049250313e-16;

    private readonly ulong _key;
    private readonly uint _trialNumber;
    private readonly uint _ordinal;
    private ulong _drawCount;
    private PhiloxDraws _draws;

    private RandomStream(ulong key, int trialNumber, int ordinal)
    {
        _key = key;
        _trialNumber = (uint)trialNumber;
        _ordinal = (uint)ordinal;
    }

    /// <summary>How many 64-bit draws were taken: the position of the cursor.</summary>
    public long DrawCount => (long)_drawCount;

    /// <summary>Opens the stream of one trial at its first draw.</summary>
    /// <param name="studySeed">The study's seed.</param>
    /// <param name="stream">What the numbers are for.</param>
    /// <param name="trialNumber">The trial, from 0; 0 for what belongs to no trial.</param>
    /// <param name="ordinal">Which use within trial and stream, from 0.</param>
    /// <returns>A cursor of its own.</returns>
    /// <exception cref="ArgumentException">The stream has no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below zero.</exception>
    public static RandomStream For(
        ulong studySeed, StreamName stream, int trialNumber, int ordinal)
    {
        RequireCoordinates(stream, trialNumber, ordinal);
        return new RandomStream(DeriveKey(studySeed, stream), trialNumber, ordinal);
    }

    /// <summary>
    /// A seed for something that draws for itself, such as a trial program: the first draw of the
    /// stream, with nothing allocated.
    /// </summary>
    /// <param name="studySeed">The study's seed.</param>
    /// <param name="stream">What the seed is for.</param>
    /// <param name="trialNumber">The trial, from 0.</param>
    /// <param name="ordinal">Which seed of the trial, from 0.</param>
    /// <returns>64 random bits.</returns>
    /// <exception cref="ArgumentException">The stream has no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below zero.</exception>
    public static ulong DeriveSeed(
        ulong studySeed, StreamName stream, int trialNumber, int ordinal)
    {
        RequireCoordinates(stream, trialNumber, ordinal);
        ulong key = DeriveKey(studySeed, stream);
        uint x0 = 0, x1 = 0, x2 = (uint)trialNumber, x3 = (uint)ordinal;
        Philox4x32.Block(ref x0, ref x1, ref x2, ref x3, (uint)key, (uint)(key >> 32));
        return x0 | ((ulong)x1 << 32);
    }

    /// <summary>64 random bits.</summary>
    /// <returns>Any value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        ulong position = _drawCount++;
        return (position & 3) switch
        {
            0 => Refill(position),
            1 => _draws.Second,
            2 => _draws.Third,
            _ => _draws.Fourth,
        };
    }

    /// <summary>32 random bits, the upper half of one draw.</summary>
    /// <returns>Any value.</returns>
    public uint NextUInt32() => (uint)(NextUInt64() >> 32);

    /// <summary>True or false, each with chance one half.</summary>
    /// <returns>The top bit of one draw.</returns>
    public bool NextBoolean() => (long)NextUInt64() < 0;

    /// <summary>A number from 0 to below 1, a multiple of 2^-53, all equally likely.</summary>
    /// <returns>The number.</returns>
    public double NextDouble() => (long)(NextUInt64() >> 11) * TwoToMinus53;

    /// <summary>
    /// A number above 0 and below 1: an odd multiple of 2^-53, symmetric about one half.
    /// </summary>
    /// <returns>The number, from 2^-53 to 1 - 2^-53.</returns>
    public double NextOpenDouble() => ((long)(NextUInt64() >> 12) + 0.5) * TwoToMinus52;

    /// <summary>
    /// A standard normal number, the quantile of one <see cref="NextOpenDouble"/>; at most 8.3 in
    /// size.
    /// </summary>
    /// <returns>The number.</returns>
    public double NextNormal() => PortableMath.NormalQuantile(NextOpenDouble());

    /// <summary>An integer from 0 to below a bound, all exactly equally likely.</summary>
    /// <param name="exclusiveBound">The bound, at least 1.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public int NextInt32(int exclusiveBound)
    {
        if (exclusiveBound <= 0)
        {
            ThrowBound(exclusiveBound);
        }

        return (int)NextBelow((ulong)exclusiveBound);
    }

    /// <summary>An integer from 0 to below a bound, all exactly equally likely.</summary>
    /// <param name="exclusiveBound">The bound, at least 1.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public long NextInt64(long exclusiveBound)
    {
        if (exclusiveBound <= 0)
        {
            ThrowBound(exclusiveBound);
        }

        return (long)NextBelow((ulong)exclusiveBound);
    }

    /// <summary>Puts the items in random order, every order equally likely.</summary>
    /// <typeparam name="T">The kind of item.</typeparam>
    /// <param name="items">The items, permuted in place.</param>
    /// <remarks>
    /// From the last position down each item is swapped with one at or before it (Fisher and
    /// Yates), chosen by <see cref="NextInt32"/>.
    /// </remarks>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = NextInt32(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    /// <summary>Moves the cursor, to resume a stream whose position was kept.</summary>
    /// <param name="drawCount">The <see cref="DrawCount"/> to go on from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below zero.</exception>
    public void Seek(long drawCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(drawCount);
        _drawCount = (ulong)drawCount;
        if ((drawCount & 3) != 0)
        {
            Refill(_drawCount & ~3UL);
        }
    }

    // Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019)
    private ulong NextBelow(ulong bound)
    {
        ulong result = Math.BigMul(NextUInt64(), bound, out ulong low);
        if (low < bound)
        {
            ulong biased = (0UL - bound) % bound;
            while (low < biased)
            {
                result = Math.BigMul(NextUInt64(), bound, out low);
            }
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Refill(ulong position)
    {
        Philox4x32.TwoBlocks(position >> 1, _trialNumber, _ordinal, _key, out _draws);
        return _draws.First;
    }

    private static ulong DeriveKey(ulong studySeed, StreamName stream) =>
        Finalize(Finalize(unchecked(studySeed + SeedStep)) ^ stream.KeyHash);

    private static ulong Finalize(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static void RequireCoordinates(StreamName stream, int trialNumber, int ordinal)
    {
        if (stream.Value.Length == 0)
        {
            throw new ArgumentException(
                "A random stream needs a name, and this is the default of StreamName, which has "
                + "none: take a known one such as StreamName.Sampler, or name your own.",
                nameof(stream));
        }

        if ((trialNumber | ordinal) < 0)
        {
            ThrowNegative(stream, trialNumber, ordinal);
        }
    }

    private static void ThrowNegative(StreamName stream, int trialNumber, int ordinal) =>
        throw new ArgumentOutOfRangeException(
            trialNumber < 0 ? nameof(trialNumber) : nameof(ordinal),
            trialNumber < 0 ? trialNumber : ordinal,
            $"Trial numbers and ordinals of the random stream \"{stream.Value}\" count from 0: "
            + "give 0 where there is no trial.");

    private static void ThrowBound(long bound) =>
        throw new ArgumentOutOfRangeException(
            "exclusiveBound",
            bound,
            string.Create(
                CultureInfo.InvariantCulture,
                $"There is no integer from 0 to below {bound}: give a bound of at least 1."));
}
