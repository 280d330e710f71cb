namespace ActorTune.Bench.Quality.Problems.Bbob;

/// <summary>f15 to f19: many optima that lead to the best.</summary>
internal static class Multimodal
{
    private const int WaveCount = 12;

    internal static Func<double[], double> Rastrigin(BbobInstance instance)
    {
        double[] optimum = instance.Optimum();
        double[][] rotation = instance.SecondRotation();
        double[][] turn = instance.Conditioned(Math.Sqrt(10));
        return x =>
        {
            double[] z = Vectors.Times(Vectors.Minus(x, optimum), rotation);
            return Vectors.Rastrigin(
                Vectors.Times(Vectors.Bend(Vectors.Oscillate(z), 0.2), turn));
        };
    }

    internal static Func<double[], double> Weierstrass(BbobInstance instance)
    {
        double[] optimum = instance.Optimum();
        double[][] rotation = instance.SecondRotation();
        double[][] turn = instance.Conditioned(0.1);
        double least = Waves(0);
        return x =>
        {
            double[] z = Vectors.Times(Vectors.Minus(x, optimum), rotation);
            double above = Vectors.Times(Vectors.Oscillate(z), turn).Sum(Waves) / x.Length - least;
            return 10 * above * above * above;
        };
    }

    /// <summary>f17 with the condition 10, f18 with 1000.</summary>
    internal static Func<double[], double> Schaffers(BbobInstance instance, double condition)
    {
        double[] optimum = instance.Optimum();
        double[][] rotation = instance.SecondRotation();
        double[][] turn = instance.Scaled(Math.Sqrt(condition));
        return x =>
        {
            double[] turned = Vectors.Times(Vectors.Minus(x, optimum), rotation);
            double[] z = Vectors.Times(Vectors.Bend(turned, 0.5), turn);
            double sum = 0;
            for (int i = 0; i + 1 < z.Length; i++)
            {
                double s = z[i] * z[i] + z[i + 1] * z[i + 1];
                double wave = Math.Sin(50 * Math.Pow(s, 0.1));
                sum += Math.Pow(s, 0.25) * (wave * wave + 1);
            }

            double mean = sum / (z.Length - 1);
            return mean * mean;
        };
    }

    /// <summary>f19: Griewank's function of Rosenbrock's terms.</summary>
    internal static Func<double[], double> GriewankRosenbrock(BbobInstance instance)
    {
        Func<double[], double[]> turn = ModerateCondition.Turned(instance);
        return x => 10 + 10 * Vectors.RosenbrockTerms(turn(x))
            .Sum(term => term / 4000 - Math.Cos(term)) / (x.Length - 1);
    }

    private static double Waves(double value)
    {
        double sum = 0;
        for (int k = 0; k < WaveCount; k++)
            sum += Math.Pow(0.5, k) * Math.Cos(2 * Math.PI * Math.Pow(3, k) * (value + 0.5));
        return sum;
    }
}
