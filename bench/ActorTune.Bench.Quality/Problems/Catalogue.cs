namespace ActorTune.Bench.Quality.Problems;

/// <summary>The problems by name.</summary>
internal sealed class Catalogue
{
    private readonly IReadOnlyList<TuningProblem> _everyday =
        [.. ClosedForms.All, MixedTree.Problem];

    internal TuningProblem Find(string name) =>
        _everyday.FirstOrDefault(problem => problem.Name == name)
        ?? throw new ArgumentException(
            $"There is no problem '{name}'; there are "
            + string.Join(", ", _everyday.Select(problem => problem.Name)) + ".");

    /// <summary>Several names parted by commas, or 'all' of the everyday ones.</summary>
    internal IEnumerable<TuningProblem> Chosen(string names) =>
        names == "all" ? _everyday : names.Split(',').Select(Find);
}
