using System.Globalization;
using ActorTune.Spaces;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>
/// The configurations behind the curves, from NAME.configs.csv: one row for each curve, the first
/// column its number. All values spread over orders of magnitude, those of beta towards 1, so that
/// the space has them, and 1 - beta, on logarithmic scales between the least and the largest.
/// </summary>
internal sealed class CurveTable
{
    private CurveTable(SearchSpace space, IReadOnlyList<Configuration> configurations)
    {
        Space = space;
        Configurations = configurations;
        Points = [.. configurations.Select(space.Encode)];
    }

    internal SearchSpace Space { get; }

    internal IReadOnlyList<Configuration> Configurations { get; }

    /// <summary>The configurations as points of the unit cube.</summary>
    internal IReadOnlyList<double[]> Points { get; }

    internal static CurveTable Read(string path)
    {
        string[][] rows = [.. File.ReadLines(path + ".configs.csv").Select(row => row.Split(','))];
        string[] names = [.. rows[0].Skip(1).Select(name => Name(name.Replace('_', '-')))];
        double[][] values =
            [.. rows.Skip(1).Select(row => row.Skip(1).Select((text, i) => Value(
                rows[0][i + 1], double.Parse(text, CultureInfo.InvariantCulture))).ToArray())];
        var space = new SearchSpace([.. names.Select((name, i) => new FloatParameter(
            name, values.Min(row => row[i]), values.Max(row => row[i])) { Scale = Scale.Log })]);
        return new CurveTable(
            space,
            [.. values.Select(row => new Configuration(names.Zip(
                row, (name, value) => KeyValuePair.Create(name, ParameterValue.Of(value)))))]);
    }

    private static string Name(string column) => IsBeta(column) ? "one-minus-" + column : column;

    private static double Value(string column, double value) => IsBeta(column) ? 1 - value : value;

    private static bool IsBeta(string column) =>
        column.StartsWith("beta", StringComparison.Ordinal);
}
