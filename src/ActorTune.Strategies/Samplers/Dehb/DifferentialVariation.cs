using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.Dehb;

/// <summary>
/// rand/1/bin (Storn and Price, Journal of Global Optimization 11, 1997): the mutant a + F (b - c)
/// of three parents, of which each parameter goes to the child with probability Cr, one always. A
/// place outside the unit interval is drawn anew (Awad et al. 2021, appendix).
/// </summary>
internal static class DifferentialVariation
{
    internal static double[] Child(
        double[] target, IReadOnlyList<double[]> parents, DehbOptions options, RandomStream chance)
    {
        (double[] a, double[] b, double[] c) = Three(parents, target.Length, chance);
        int always = chance.NextInt32(target.Length);
        var child = new double[target.Length];
        for (int i = 0; i < child.Length; i++)
        {
            bool isCrossed = chance.NextDouble() < options.CrossoverProbability || i == always;
            double drawn = chance.NextDouble();
            double mutant = a[i] + options.MutationFactor * (b[i] - c[i]);
            if (!isCrossed)
                child[i] = target[i];
            else
                child[i] = mutant is >= 0 and <= 1 ? mutant : drawn;
        }

        return child;
    }

    // Where there are fewer than three, random points take part.
    private static (double[] First, double[] Second, double[] Third) Three(
        IReadOnlyList<double[]> parents, int dimensions, RandomStream chance)
    {
        List<double[]> left = [.. parents];
        while (left.Count < 3)
        {
            var point = new double[dimensions];
            for (int i = 0; i < dimensions; i++)
                point[i] = chance.NextDouble();
            left.Add(point);
        }

        return (Take(left, chance), Take(left, chance), Take(left, chance));
    }

    private static double[] Take(List<double[]> left, RandomStream chance)
    {
        int index = chance.NextInt32(left.Count);
        double[] taken = left[index];
        left[index] = left[^1];
        left.RemoveAt(left.Count - 1);
        return taken;
    }
}
