using System.Globalization;
using ActorTune.Bench.Quality.Problems;
using ActorTune.Bench.Quality.Problems.Bbob;
using ActorTune.Spaces;

namespace ActorTune.Bench.Quality.Commands;

/// <summary>
/// Compares the BBOB functions with recorded values: FOLDER/bbob-test-vectors.csv (fid, dim,
/// instance, k, f, coordinates) and FOLDER/bbob-optima.csv (fid, dim, instance, fopt, f at the
/// optimum, its coordinates). Errors are relative to the value, to 1 where it is less.
/// </summary>
internal static class FunctionCheck
{
    private const double MostError = 1e-9;

    private const int FirstCoordinate = 5;

    internal static int Perform(Words words)
    {
        var errors = new SortedDictionary<int, double>();
        int points = 0;
        foreach (string file in new[] { "bbob-test-vectors.csv", "bbob-optima.csv" })
        {
            foreach (string row in File.ReadLines(Path.Combine(words[0], file)).Skip(1))
            {
                double[] numbers = [.. row.Split(',').TakeWhile(text => text.Length > 0)
                    .Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
                int function = (int)numbers[0];
                double error = Error(numbers);
                errors[function] = Math.Max(errors.GetValueOrDefault(function), error);
                points++;
            }
        }

        foreach ((int function, double error) in errors)
            Console.WriteLine($"f{function,-3} {error:G3}{(error > MostError ? " FAILED" : "")}");
        Console.WriteLine($"{points} points, largest error {errors.Values.Max():G3}");
        return errors.Values.All(error => error <= MostError) ? 0 : 1;
    }

    private static double Error(double[] numbers)
    {
        TuningProblem problem = BbobFunctions.Problem(
            (int)numbers[0], (int)numbers[1], (int)numbers[2]);
        var configuration = new Configuration(numbers[FirstCoordinate..].Select((x, i) =>
            KeyValuePair.Create($"x{i}", ParameterValue.Of(x))));
        double expected = numbers[FirstCoordinate - 1];
        return Math.Abs(problem.Evaluate(configuration, 0) - expected)
            / Math.Max(1, Math.Abs(expected));
    }
}
