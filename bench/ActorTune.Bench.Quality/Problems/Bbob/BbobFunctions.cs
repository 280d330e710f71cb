using System.Globalization;
using ActorTune.Spaces;

namespace ActorTune.Bench.Quality.Problems.Bbob;

/// <summary>
/// The 24 noiseless functions of BBOB (Hansen, Finck, Ros, Auger, "Real-parameter black-box
/// optimization benchmarking 2009: noiseless functions definitions", RR-6829) on [-5, 5]^d, by
/// names such as bbob-f1-d5-i1. Trials keep to the box, so that the penalties outside it are left
/// out.
/// </summary>
internal static class BbobFunctions
{
    internal const int Count = 24;

    private const string Prefix = "bbob-f";

    internal static bool IsName(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    internal static TuningProblem Find(string name)
    {
        string[] parts = name[Prefix.Length..].Split("-d");
        string[] rest = parts.Length == 2 ? parts[1].Split("-i") : [];
        if (rest.Length != 2)
            throw new ArgumentException($"'{name}' is not a name such as bbob-f1-d5-i1");
        return Problem(Whole(parts[0]), Whole(rest[0]), Whole(rest[1]));
    }

    internal static TuningProblem Problem(int function, int dimensions, int instance)
    {
        var of = new BbobInstance(SeedOf(function), instance, dimensions);
        Func<double[], double> above = Function(function, of);
        double least = of.LeastValue;
        return new TuningProblem(
            $"{Prefix}{function}-d{dimensions}-i{instance}",
            new SearchSpace([.. Enumerable.Range(0, dimensions)
                .Select(i => new FloatParameter($"x{i}", -5, 5))]),
            (configuration, _) =>
                above([.. configuration.Values.Select(value => value.AsDouble())]) + least,
            least);
    }

    // f4 and f18 are variants of f3 and f17 and share their numbers.
    private static int SeedOf(int function) => function switch
    {
        4 => 3,
        18 => 17,
        _ => function,
    };

    private static Func<double[], double> Function(int function, BbobInstance of) =>
        function switch
        {
            1 => Separable.Sphere(of),
            2 => Separable.Ellipsoid(of),
            3 => Separable.Rastrigin(of),
            4 => Separable.Bueche(of),
            5 => Separable.Slope(of),
            6 => ModerateCondition.AttractiveSector(of),
            7 => ModerateCondition.StepEllipsoid(of),
            8 => ModerateCondition.Rosenbrock(of),
            9 => ModerateCondition.TurnedRosenbrock(of),
            10 => HighCondition.Ellipsoid(of),
            11 => HighCondition.Discus(of),
            12 => HighCondition.BentCigar(of),
            13 => HighCondition.SharpRidge(of),
            14 => HighCondition.DifferentPowers(of),
            15 => Multimodal.Rastrigin(of),
            16 => Multimodal.Weierstrass(of),
            17 => Multimodal.Schaffers(of, 10),
            18 => Multimodal.Schaffers(of, 1000),
            19 => Multimodal.GriewankRosenbrock(of),
            20 => WeakStructure.Schwefel(of),
            21 => Gallagher.Peaks(of, 101, 1, Math.Sqrt(1000)),
            22 => Gallagher.Peaks(of, 21, 0.98, 1000),
            23 => WeakStructure.Katsuura(of),
            24 => WeakStructure.TwoFunnels(of),
            _ => throw new ArgumentException($"there are f1 to f{Count}, not f{function}"),
        };

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
