using ActorTune.Bench.Quality.Problems.Bbob;

namespace ActorTune.Bench.Quality.Problems;

/// <summary>The problems by name.</summary>
/// <param name="tables">Recorded tables without their endings; none when empty.</param>
internal sealed class Catalogue(IReadOnlyList<string> tables)
{
    private const int Instances = 3;

    private readonly IReadOnlyList<TuningProblem> _everyday =
        [.. ClosedForms.All, MixedTree.Problem];

    private readonly Lazy<IReadOnlyList<TuningProblem>> _tables = new(
        () => [.. tables.SelectMany(GridTables.Read)]);

    internal TuningProblem Find(string name)
    {
        if (BbobFunctions.IsName(name))
            return BbobFunctions.Find(name);
        TuningProblem[] known = [.. _everyday, .. _tables.Value];
        return known.FirstOrDefault(problem => problem.Name == name)
            ?? throw new ArgumentException(
                $"There is no problem '{name}'; there are bbob-f1-d5-i1 and the like, "
                + string.Join(", ", known.Select(problem => problem.Name)) + ".");
    }

    /// <summary>
    /// Several names parted by commas; 'all' of the everyday ones, 'tables', or 'bbob-d5': all
    /// functions in so many dimensions, three instances each.
    /// </summary>
    internal IEnumerable<TuningProblem> Chosen(string names) =>
        names.Split(',').SelectMany(name => name switch
        {
            "all" => _everyday,
            "tables" => _tables.Value,
            ['b', 'b', 'o', 'b', '-', 'd', .. var dimensions] => Bbob(int.Parse(dimensions)),
            _ => [Find(name)],
        });

    private static IReadOnlyList<TuningProblem> Bbob(int dimensions) =>
        [.. Enumerable.Range(1, BbobFunctions.Count).SelectMany(function =>
            Enumerable.Range(1, Instances).Select(instance =>
                BbobFunctions.Problem(function, dimensions, instance)))];
}
