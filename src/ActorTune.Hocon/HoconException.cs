namespace ActorTune.Hocon;

/// <summary>A document was refused; carries everything that was found wrong with it.</summary>
public sealed class HoconException : Exception
{
    /// <summary>Refuses a document for one reason.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="inner">The failure underneath, such as an unreadable file.</param>
    public HoconException(HoconProblem problem, Exception? inner = null)
        : this([problem], inner)
    {
    }

    /// <summary>Refuses a document for one or several reasons.</summary>
    /// <param name="problems">What is wrong, in the order of discovery; at least one.</param>
    /// <param name="inner">The failure underneath, if any.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public HoconException(IReadOnlyList<HoconProblem> problems, Exception? inner = null)
        : base(Describe(problems), inner)
    {
        Problems = [.. problems];
    }

    /// <summary>Everything that was found wrong, in the order of discovery; never empty.</summary>
    public IReadOnlyList<HoconProblem> Problems { get; }

    private static string Describe(IReadOnlyList<HoconProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count == 0)
            throw new ArgumentException("A refusal needs at least one problem.", nameof(problems));
        return string.Join('\n', problems);
    }
}
