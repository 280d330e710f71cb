using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.QuasiRandom;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// The numbers from 0 to 1 that trials are drawn with: each trial's are a point of one scrambled
/// Sobol sequence, so that the draws of a generation, and of all slots before anything is known,
/// lie more evenly than independent ones (Teytaud and Gelly, "DCMA: yet another derandomization in
/// covariance-matrix-adaptation", GECCO 2007).
/// </summary>
internal sealed class EvenNumbers(int count, ulong seed)
{
    private SobolSequence? _sequence;

    /// <summary>Writes the numbers of a trial, none of them 0 or 1.</summary>
    /// <param name="trial">The trial's number.</param>
    /// <param name="chance">Where those come from that the sequence does not reach.</param>
    /// <param name="numbers">One for each coordinate and each choice.</param>
    internal void Fill(int trial, RandomStream chance, Span<double> numbers)
    {
        // Unpacking the sequence takes its time, and not every sampler that is created draws.
        _sequence ??= new SobolSequence(count, seed);
        _sequence.Fill(trial, numbers);
        Draw(chance, numbers[_sequence.Dimensions..]);
    }

    /// <summary>Writes independent numbers.</summary>
    internal static void Draw(RandomStream chance, Span<double> numbers)
    {
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = chance.NextOpenDouble();
    }
}
