namespace ActorTune;

/// <summary>
/// A study's definition was refused. It carries every problem, not only the first.
/// </summary>
public sealed class InvalidStudyException : Exception
{
    /// <summary>Creates the error from all that is wrong.</summary>
    /// <param name="problems">At least one problem.</param>
    public InvalidStudyException(IReadOnlyList<Problem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>All that is wrong, in the order of the definition.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Throws when there is a problem.</summary>
    /// <exception cref="InvalidStudyException">The list is not empty.</exception>
    public static void ThrowIfAny(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
            throw new InvalidStudyException(problems);
    }

    private static string Describe(IReadOnlyList<Problem> problems)
    {
        string lines = string.Join("\n", problems.Select(problem => $"  {problem}"));
        return problems.Count == 1
            ? $"The study is not valid:\n{lines}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The study is not valid, {problems.Count} problems:\n{lines}");
    }
}
