namespace ActorTune.Bench.Quality.Problems.Bbob;

/// <summary>f21 and f22: Gaussian peaks at random places, the best one not the widest.</summary>
internal static class Gallagher
{
    private const double LargestCondition = 1000;

    /// <param name="instance">The instance.</param>
    /// <param name="peaks">101 or 21.</param>
    /// <param name="spread">By how much the places keep off the bounds.</param>
    /// <param name="condition">That of the best peak.</param>
    internal static Func<double[], double> Peaks(
        BbobInstance instance, int peaks, double spread, double condition)
    {
        double[][] rotation = instance.Rotation();
        double[][] places = Places(instance, rotation, peaks, spread);
        double[][] scales = Scales(instance, peaks, condition);
        double[] heights = [10, .. Enumerable.Range(0, peaks - 1)
            .Select(i => 1.1 + 8 * i / (peaks - 2.0))];
        return x =>
        {
            double[] z = Vectors.Times(x, rotation);
            double highest = 0;
            for (int i = 0; i < peaks; i++)
            {
                double[] off = Vectors.Minus(z, places[i]);
                double distance = Vectors.Dot(Vectors.Scale(off, off), scales[i]);
                highest = Math.Max(highest, heights[i] * Math.Exp(-0.5 / x.Length * distance));
            }

            double below = Vectors.Oscillate(10 - highest);
            return below * below;
        };
    }

    private static double[][] Places(
        BbobInstance instance, double[][] rotation, int peaks, double spread)
    {
        double[][] places = [.. BbobNumbers.Uniform(instance.Dimensions * peaks, instance.Seed)
            .Select(u => spread * (10 * u - 5))
            .Chunk(instance.Dimensions)
            .Select(place => Vectors.Times(place, rotation))];
        places[0] = [.. places[0].Select(value => 0.8 * value)];
        return places;
    }

    private static double[][] Scales(BbobInstance instance, int peaks, double condition)
    {
        int[] order = Order(BbobNumbers.Uniform(peaks - 1, instance.Seed));
        double[] conditions = [condition, .. order.Select(
            place => Math.Pow(LargestCondition, place / (peaks - 2.0)))];
        double[] steps = instance.Steps();
        return [.. conditions.Select((own, i) =>
            Order(BbobNumbers.Uniform(instance.Dimensions, instance.Seed + 1e3 * i))
                .Select(place => Math.Pow(own, steps[place] - 0.5)).ToArray())];
    }

    private static int[] Order(double[] keys) =>
        [.. Enumerable.Range(0, keys.Length).OrderBy(i => keys[i])];
}
