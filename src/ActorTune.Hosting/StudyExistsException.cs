namespace ActorTune.Hosting;

/// <summary>A study of that name is in the journal already.</summary>
public sealed class StudyExistsException : Exception
{
    /// <summary>Creates the error.</summary>
    public StudyExistsException(StudyId study)
        : base($"The journal has a study '{study}'. Resume it, or choose another name.") =>
        Study = study;

    /// <summary>The study.</summary>
    public StudyId Study { get; }
}
