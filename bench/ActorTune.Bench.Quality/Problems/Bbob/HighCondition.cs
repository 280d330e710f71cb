namespace ActorTune.Bench.Quality.Problems.Bbob;

/// <summary>f10 to f14: unimodal functions of high condition, turned.</summary>
internal static class HighCondition
{
    internal static Func<double[], double> Ellipsoid(BbobInstance instance)
    {
        Func<double[], double[]> turn = Turn(instance, instance.Optimum());
        double[] scales = instance.Powers(1e6);
        return x =>
        {
            double[] z = Vectors.Oscillate(turn(x));
            return Vectors.Dot(Vectors.Scale(z, z), scales);
        };
    }

    internal static Func<double[], double> Discus(BbobInstance instance)
    {
        Func<double[], double[]> turn = Turn(instance, instance.Optimum());
        return x =>
        {
            double[] z = Vectors.Oscillate(turn(x));
            return Vectors.Squares(z) + (1e6 - 1) * z[0] * z[0];
        };
    }

    internal static Func<double[], double> BentCigar(BbobInstance instance)
    {
        Func<double[], double[]> turn = Turn(instance, instance.SecondOptimum());
        double[][] rotation = instance.SecondRotation();
        return x =>
        {
            double[] z = Vectors.Times(Vectors.Bend(turn(x), 0.5), rotation);
            return 1e6 * Vectors.Squares(z) + (1 - 1e6) * z[0] * z[0];
        };
    }

    internal static Func<double[], double> SharpRidge(BbobInstance instance)
    {
        double[] optimum = instance.Optimum();
        double[][] turn = instance.Conditioned(Math.Sqrt(10));
        return x =>
        {
            double[] z = Vectors.Times(Vectors.Minus(x, optimum), turn);
            return z[0] * z[0] + 100 * Math.Sqrt(Vectors.Squares(z[1..]));
        };
    }

    internal static Func<double[], double> DifferentPowers(BbobInstance instance)
    {
        Func<double[], double[]> turn = Turn(instance, instance.Optimum());
        double[] steps = instance.Steps();
        return x => Math.Sqrt(turn(x)
            .Zip(steps, (value, step) => Math.Pow(Math.Abs(value), 2 + 4 * step))
            .Sum());
    }

    private static Func<double[], double[]> Turn(BbobInstance instance, double[] optimum)
    {
        double[][] rotation = instance.SecondRotation();
        return x => Vectors.Times(Vectors.Minus(x, optimum), rotation);
    }
}
