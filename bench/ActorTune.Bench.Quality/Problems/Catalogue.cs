namespace ActorTune.Bench.Quality.Problems;

/// <summary>Every problem by name.</summary>
internal static class Catalogue
{
    internal static IReadOnlyList<TuningProblem> All { get; } =
        [.. ClosedForms.All, MixedTree.Problem];

    internal static TuningProblem Find(string name) =>
        All.FirstOrDefault(problem => problem.Name == name) ?? throw new ArgumentException(
            $"There is no problem '{name}'; there are "
            + string.Join(", ", All.Select(problem => problem.Name)) + ".");
}
