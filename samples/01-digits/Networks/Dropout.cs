using ActorTune.Randomness;

namespace ActorTune.Samples.Digits.Networks;

/// <summary>
/// Turns some hidden units off in training and scales the others up, so that evaluation needs no
/// change: inverted dropout (Srivastava and others, 2014).
/// </summary>
internal static class Dropout
{
    /// <summary>Draws what each output is multiplied by.</summary>
    internal static void Draw(double rate, RandomStream chance, Span<double> mask)
    {
        double kept = 1 / (1 - rate);
        for (int i = 0; i < mask.Length; i++)
            mask[i] = chance.NextDouble() < rate ? 0 : kept;
    }
}
