namespace ActorTune.Bench.Quality.Problems.Bbob;

/// <summary>f20, f23 and f24: many optima that do not lead to the best.</summary>
internal static class WeakStructure
{
    private const double SchwefelPlace = 4.2096874633;
    private const double SchwefelTop = 418.9828872724339;
    private const double FirstCentre = 2.5;

    internal static Func<double[], double> Schwefel(BbobInstance instance)
    {
        double[] signs = [.. BbobNumbers.Uniform(instance.Dimensions, instance.Seed)
            .Select(u => (double)Math.Sign(u - 0.5))];
        double[] scales = instance.Powers(Math.Sqrt(10));
        return x =>
        {
            double[] turned = [.. Vectors.Scale(x, signs).Select(value => 2 * value)];
            double penalty = 0, sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double tied = i == 0
                    ? turned[0]
                    : turned[i] + 0.25 * (turned[i - 1] - SchwefelPlace);
                double z = 100 * (scales[i] * (tied - SchwefelPlace) + SchwefelPlace);
                double outside = Math.Max(0, Math.Abs(z) - 500);
                penalty += outside * outside;
                sum += z * Math.Sin(Math.Sqrt(Math.Abs(z)));
            }

            return 0.01 * (SchwefelTop - sum / x.Length) + 0.01 * penalty;
        };
    }

    internal static Func<double[], double> Katsuura(BbobInstance instance)
    {
        double[] optimum = instance.Optimum();
        double[][] turn = instance.Conditioned(10);
        double d = instance.Dimensions;
        return x =>
        {
            double[] z = Vectors.Times(Vectors.Minus(x, optimum), turn);
            double product = 1;
            for (int i = 0; i < z.Length; i++)
                product *= 1 + (i + 1) * Roughness(z[i]);
            return 10 / (d * d) * (Math.Pow(product, 10 / Math.Pow(d, 1.2)) - 1);
        };
    }

    /// <summary>f24: Lunacek's two funnels, the wider one without the optimum.</summary>
    internal static Func<double[], double> TwoFunnels(BbobInstance instance)
    {
        double[] signs = [.. BbobNumbers.Normal(instance.Dimensions, instance.Seed)
            .Select(number => (double)Math.Sign(number))];
        double[][] turn = instance.Conditioned(10);
        double d = instance.Dimensions;
        double width = 1 - 0.5 / (Math.Sqrt(d + 20) - 4.1);
        double second = -Math.Sqrt((FirstCentre * FirstCentre - 1) / width);
        return x =>
        {
            double[] z = [.. Vectors.Scale(x, signs).Select(value => 2 * value)];
            double[] first = [.. z.Select(value => value - FirstCentre)];
            double[] other = [.. z.Select(value => value - second)];
            double funnels = Math.Min(
                Vectors.Squares(first), d + width * Vectors.Squares(other));
            double waves = Vectors.Times(first, turn).Sum(
                value => Math.Cos(2 * Math.PI * value));
            return funnels + 10 * (d - waves);
        };
    }

    private static double Roughness(double value)
    {
        double sum = 0;
        for (int k = 1; k <= 32; k++)
        {
            double power = Math.Pow(2, k);
            sum += Math.Abs(power * value - Math.Round(power * value)) / power;
        }

        return sum;
    }
}
