namespace ActorTune.Journal;

/// <summary>A study is open for writing elsewhere.</summary>
public sealed class StudyInUseException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="study">The study that was to be opened.</param>
    /// <param name="holder">Who holds it, as far as that can be told.</param>
    public StudyInUseException(StudyId study, WriterIdentity? holder)
        : base(Describe(study, holder))
    {
        Study = study;
        Holder = holder;
    }

    /// <summary>The study.</summary>
    public StudyId Study { get; }

    /// <summary>Who writes it; null when the holder had not yet said.</summary>
    public WriterIdentity? Holder { get; }

    private static string Describe(StudyId study, WriterIdentity? holder) => holder is null
        ? $"Study '{study}' is open for writing in another process; end that one first."
        : $"Study '{study}' is open for writing by {holder}; end that process first, or follow "
            + "the study without writing.";
}
