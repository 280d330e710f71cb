namespace ActorTune.Bench.Quality.Problems.Bbob;

/// <summary>f1 to f5: functions whose coordinates can be searched one by one.</summary>
internal static class Separable
{
    internal static Func<double[], double> Sphere(BbobInstance instance)
    {
        double[] optimum = instance.Optimum();
        return x => Vectors.Squares(Vectors.Minus(x, optimum));
    }

    internal static Func<double[], double> Ellipsoid(BbobInstance instance)
    {
        double[] optimum = instance.Optimum();
        double[] scales = instance.Powers(1e6);
        return x =>
        {
            double[] z = Vectors.Oscillate(Vectors.Minus(x, optimum));
            return Vectors.Dot(Vectors.Scale(z, z), scales);
        };
    }

    internal static Func<double[], double> Rastrigin(BbobInstance instance)
    {
        double[] optimum = instance.Optimum();
        double[] scales = instance.Powers(Math.Sqrt(10));
        return x =>
        {
            double[] z = Vectors.Oscillate(Vectors.Minus(x, optimum));
            return Vectors.Rastrigin(Vectors.Scale(Vectors.Bend(z, 0.2), scales));
        };
    }

    /// <summary>The function of Bueche and Rastrigin: every other coordinate is steeper.</summary>
    internal static Func<double[], double> Bueche(BbobInstance instance)
    {
        double[] optimum =
            [.. instance.Optimum().Select((place, i) => i % 2 == 0 ? Math.Abs(place) : place)];
        double[] scales = instance.Powers(Math.Sqrt(10));
        return x =>
        {
            double[] z = Vectors.Oscillate(Vectors.Minus(x, optimum));
            for (int i = 0; i < z.Length; i += 2)
                z[i] = z[i] > 0 ? 10 * z[i] : z[i];
            return Vectors.Rastrigin(Vectors.Scale(z, scales));
        };
    }

    /// <summary>A slope down to a corner of the box.</summary>
    internal static Func<double[], double> Slope(BbobInstance instance)
    {
        double[] slopes = instance.Powers(10);
        double[] signs = [.. instance.Optimum().Select(place => (double)Math.Sign(place))];
        double top = 5 * slopes.Sum();
        return x => top - Vectors.Dot(Vectors.Scale(x, signs), slopes);
    }
}
