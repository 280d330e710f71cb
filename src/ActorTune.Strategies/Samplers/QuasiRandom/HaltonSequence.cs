using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.QuasiRandom;

/// <summary>
/// The Halton sequence (Numer. Math. 2, 1960): coordinate i of point n is n in base p_i, the i-th
/// prime, mirrored at the point; as it is, or with a random permutation for every digit of every
/// coordinate (Owen, "A randomized Halton algorithm in R", 2017).
/// </summary>
internal sealed class HaltonSequence : IPointSequence
{
    private const double Resolution = 4294967296.0;

    private static readonly StreamName Scrambling = new("halton-scrambling");

    private readonly int[] _bases;
    private readonly int[][][]? _permutations;

    /// <summary>Creates a sequence.</summary>
    /// <param name="dimensions">How many coordinates are wanted.</param>
    /// <param name="seed">The seed of the scrambling; null leaves the sequence as it is.</param>
    internal HaltonSequence(int dimensions, ulong? seed)
    {
        _bases = Primes(dimensions);
        if (seed is not { } key)
            return;
        _permutations = new int[dimensions][][];
        for (int i = 0; i < dimensions; i++)
            _permutations[i] = Permutations(_bases[i], i, key);
    }

    /// <inheritdoc/>
    public int Dimensions => _bases.Length;

    /// <inheritdoc/>
    public void Fill(int number, Span<double> point)
    {
        for (int i = 0; i < _bases.Length; i++)
        {
            point[i] = _permutations is null
                ? Mirror(number, _bases[i])
                : Mirror(number, _bases[i], _permutations[i]);
        }
    }

    private static double Mirror(int number, int radix)
    {
        double mirrored = 0;
        double width = 1;
        for (; number > 0; number /= radix)
        {
            width *= radix;
            mirrored = mirrored * radix + number % radix;
        }

        return mirrored / width;
    }

    // Leading zeros are permuted like every other digit, down to a resolution of 2^-32.
    private static double Mirror(int number, int radix, int[][] permutations)
    {
        double mirrored = 0;
        double width = 1;
        foreach (int[] permutation in permutations)
        {
            width *= radix;
            mirrored = mirrored * radix + permutation[number % radix];
            number /= radix;
        }

        return (mirrored + 0.5) / width;
    }

    private static int[][] Permutations(int radix, int dimension, ulong seed)
    {
        var chance = RandomStream.For(seed, Scrambling, 0, dimension);
        var permutations = new List<int[]>();
        for (double width = 1; width < Resolution; width *= radix)
        {
            int[] digits = [.. Enumerable.Range(0, radix)];
            chance.Shuffle<int>(digits);
            permutations.Add(digits);
        }

        return [.. permutations];
    }

    private static int[] Primes(int count)
    {
        var primes = new List<int>(count);
        for (int number = 2; primes.Count < count; number++)
        {
            if (IsPrime(number, primes))
                primes.Add(number);
        }

        return [.. primes];
    }

    private static bool IsPrime(int number, List<int> smaller)
    {
        foreach (int prime in smaller)
        {
            if (prime * prime > number)
                break;
            if (number % prime == 0)
                return false;
        }

        return true;
    }
}
