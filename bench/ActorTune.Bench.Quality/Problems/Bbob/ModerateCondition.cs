namespace ActorTune.Bench.Quality.Problems.Bbob;

/// <summary>f6 to f9: unimodal functions, or nearly so, of low or moderate condition.</summary>
internal static class ModerateCondition
{
    /// <summary>f6: a quadric that is a hundred times steeper on one side.</summary>
    internal static Func<double[], double> AttractiveSector(BbobInstance instance)
    {
        double[] optimum = instance.Optimum();
        double[][] turn = instance.Conditioned(Math.Sqrt(10));
        return x =>
        {
            double[] z = Vectors.Times(Vectors.Minus(x, optimum), turn);
            double[] steep =
                [.. z.Zip(optimum, (value, place) => value * place > 0 ? 100 * value : value)];
            return Math.Pow(Vectors.Oscillate(Vectors.Squares(steep)), 0.9);
        };
    }

    /// <summary>f7: an ellipsoid of plateaus.</summary>
    internal static Func<double[], double> StepEllipsoid(BbobInstance instance)
    {
        double[] optimum = instance.Optimum();
        double[][] first = instance.Scaled(Math.Sqrt(10));
        double[][] second = instance.SecondRotation();
        double[] scales = instance.Powers(100);
        return x =>
        {
            double[] slanted = Vectors.Times(Vectors.Minus(x, optimum), first);
            double[] z = Vectors.Times([.. slanted.Select(Step)], second);
            double steps = Vectors.Dot(Vectors.Scale(z, z), scales);
            return 0.1 * Math.Max(1e-4 * Math.Abs(slanted[0]), steps);
        };
    }

    internal static Func<double[], double> Rosenbrock(BbobInstance instance)
    {
        double[] optimum = [.. instance.Optimum().Select(place => 0.75 * place)];
        double scale = RosenbrockScale(instance.Dimensions);
        return x => Vectors.RosenbrockTerms(
            [.. Vectors.Minus(x, optimum).Select(value => scale * value + 1)]).Sum();
    }

    /// <summary>f9: the same, turned; its optimum comes from the rotation.</summary>
    internal static Func<double[], double> TurnedRosenbrock(BbobInstance instance)
    {
        Func<double[], double[]> turn = Turned(instance);
        return x => Vectors.RosenbrockTerms(turn(x)).Sum();
    }

    /// <summary>The coordinates of f9 and f19.</summary>
    internal static Func<double[], double[]> Turned(BbobInstance instance)
    {
        double[][] rotation = instance.Rotation();
        double scale = RosenbrockScale(instance.Dimensions);
        return x => [.. Vectors.Times(x, rotation).Select(value => scale * value + 0.5)];
    }

    private static double RosenbrockScale(int dimensions) =>
        Math.Max(1, Math.Sqrt(dimensions) / 8);

    private static double Step(double value) => Math.Abs(value) > 0.5
        ? Math.Round(value)
        : Math.Round(10 * value) / 10;
}
