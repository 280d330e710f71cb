using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// Makes the point of a child from the parents of a pool: crossover, then mutation.
/// </summary>
internal sealed class Breeding(SearchSpace space, NsgaOptions options)
{
    internal double[] Child(MatingPool pool, RandomStream chance)
    {
        int first = pool.Draw(chance, -1);
        double[] point = chance.NextDouble() < options.CrossoverProbability
            ? Cross(pool[first], pool[pool.Draw(chance, first)], chance)
            : Genes.CopyOf(pool[first], space, chance);
        Mutate(point, chance);
        return point;
    }

    // A parameter that is active in one parent only comes from that one.
    private double[] Cross(HistoryTrial first, HistoryTrial second, RandomStream chance)
    {
        double[] left = Genes.CopyOf(first, space, chance);
        double[] right = Genes.CopyOf(second, space, chance);
        var point = new double[left.Length];
        for (int i = 0; i < point.Length; i++)
        {
            Parameter parameter = space.Parameters[i];
            bool takesSecond = chance.NextDouble() < options.SwappingProbability;
            double unit = chance.NextDouble();
            bool isBlended = options.IsSimulatedBinary && chance.NextBoolean();
            bool inFirst = Genes.IsActive(parameter, first);
            bool inSecond = Genes.IsActive(parameter, second);
            if (inFirst != inSecond)
                takesSecond = inSecond;
            else if (isBlended && inFirst && Genes.HasOrder(parameter))
                left[i] = right[i] = Blend(left[i], right[i], takesSecond, unit);
            point[i] = takesSecond ? right[i] : left[i];
        }

        return point;
    }

    private double Blend(double first, double second, bool takesSecond, double unit) =>
        Variation.SimulatedBinary(
            Math.Min(first, second),
            Math.Max(first, second),
            takesSecond == second > first,
            options.CrossoverIndex,
            unit);

    private void Mutate(double[] point, RandomStream chance)
    {
        double probability = options.MutationProbability
            ?? 1.0 / Math.Max(1, space.Decode(point).Count);
        for (int i = 0; i < point.Length; i++)
        {
            bool isChanged = chance.NextDouble() < probability;
            double unit = chance.NextDouble();
            if (!isChanged)
                continue;
            point[i] = options.IsPolynomial && Genes.HasOrder(space.Parameters[i])
                ? Variation.Polynomial(point[i], options.MutationIndex, unit)
                : unit;
        }
    }
}
