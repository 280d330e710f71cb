using ActorTune.Arithmetic;
using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Configurations before there is a model: the first ones are a Latin hypercube, in which every
/// parameter has one trial in each of as many equal parts. Those after it, which many slots ask
/// for at once, are random with their numbers drawn towards the middles of the ranges.
/// </summary>
/// <remarks>
/// A unit u becomes Phi(s Phi^-1(u)) with s = (1 + ln n) / (4 ln d), at most 1, for the n-th trial
/// on d parameters: the fewer trials for the dimensions, the less is gained at the edges, of which
/// there are most (Cauwet et al., "Fully parallel hyperparameter search: reshaped space-filling",
/// ICML 2020). Choices are drawn as ever.
/// </remarks>
internal sealed class StartupDesign(SearchSpace space, ulong seed, int size)
{
    private static readonly StreamName Strata = new("gp-strata");

    /// <summary>The configuration of a trial.</summary>
    internal Configuration At(int trial)
    {
        RandomStream chance = RandomStream.For(seed, StreamName.Sampler, trial, 0);
        Configuration configuration = space.Decode(
            trial < size ? Stratified(trial, chance) : Centred(trial, chance));
        return space.Allows(configuration) ? configuration : space.Draw(chance);
    }

    private double[] Stratified(int trial, RandomStream chance)
    {
        var units = new double[space.Dimensions];
        for (int i = 0; i < units.Length; i++)
            units[i] = (Stratum(i, trial) + chance.NextDouble()) / size;
        return units;
    }

    private int Stratum(int parameter, int trial)
    {
        var order = new int[size];
        for (int i = 0; i < size; i++)
            order[i] = i;
        RandomStream.For(seed, Strata, 0, parameter).Shuffle<int>(order);
        return order[trial];
    }

    private double[] Centred(int trial, RandomStream chance)
    {
        double spread = Spread(trial + 1, space.Dimensions);
        var units = new double[space.Dimensions];
        for (int i = 0; i < units.Length; i++)
        {
            double unit = chance.NextOpenDouble();
            units[i] = space.Parameters[i] is FloatParameter or IntegerParameter
                ? PortableMath.NormalCdf(spread * PortableMath.NormalQuantile(unit))
                : unit;
        }

        return units;
    }

    private static double Spread(int trials, int dimensions) => Math.Min(
        1,
        (1 + PortableMath.Log(trials)) / (4 * PortableMath.Log(Math.Max(2, dimensions))));
}
