namespace ActorTune.Hosting;

/// <summary>The journal has no study of that name.</summary>
public sealed class StudyNotFoundException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="study">The name asked for.</param>
    /// <param name="known">The studies that there are.</param>
    public StudyNotFoundException(StudyId study, IEnumerable<StudyId> known)
        : base(Describe(study, [.. known.Select(id => id.Name)])) => Study = study;

    /// <summary>The study.</summary>
    public StudyId Study { get; }

    private static string Describe(StudyId study, string[] known) => known.Length == 0
        ? $"The journal has no study '{study}'; it is empty."
        : $"The journal has no study '{study}'; it has {string.Join(", ", known)}.";
}
