using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Configurations before there is a model: the first ones are a Latin hypercube, in which every
/// parameter has one trial in each of as many equal parts; those after it are drawn at random.
/// </summary>
internal sealed class StartupDesign(SearchSpace space, ulong seed, int size)
{
    private static readonly StreamName Strata = new("gp-strata");

    /// <summary>The configuration of a trial.</summary>
    internal Configuration At(int trial)
    {
        RandomStream chance = RandomStream.For(seed, StreamName.Sampler, trial, 0);
        if (trial >= size)
            return space.Draw(chance);
        var units = new double[space.Dimensions];
        for (int i = 0; i < units.Length; i++)
            units[i] = (Stratum(i, trial) + chance.NextDouble()) / size;
        Configuration configuration = space.Decode(units);
        return space.Allows(configuration) ? configuration : space.Draw(chance);
    }

    private int Stratum(int parameter, int trial)
    {
        var order = new int[size];
        for (int i = 0; i < size; i++)
            order[i] = i;
        RandomStream.For(seed, Strata, 0, parameter).Shuffle<int>(order);
        return order[trial];
    }
}
