using ActorTune.Randomness;

namespace ActorTune.TorchSharp;

/// <summary>Seeds torch's generators so that a training can be repeated and resumed.</summary>
public static class TrialSeed
{
    private static readonly StreamName Epochs = new("torch-epoch");

    /// <summary>
    /// Seeds the generators of all devices for one epoch of a trial. All chance of an epoch then
    /// follows from the trial's seed and the epoch's number: what resumes at an epoch goes on as
    /// what never paused, and no generator's state needs to be saved.
    /// </summary>
    /// <param name="seed">The trial's seed.</param>
    /// <param name="epoch">The epoch that begins, from 1; 0 for the weights at the start.</param>
    public static void Apply(ulong seed, int epoch) =>
        random.manual_seed(unchecked((long)Of(seed, epoch)));

    internal static ulong Of(ulong seed, int epoch) =>
        RandomStream.DeriveSeed(seed, Epochs, 0, epoch);
}
