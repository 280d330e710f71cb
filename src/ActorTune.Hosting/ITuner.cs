namespace ActorTune.Hosting;

/// <summary>Starts and resumes studies in this process, and reads what journals tell.</summary>
public interface ITuner
{
    /// <summary>Creates a study and runs it.</summary>
    /// <exception cref="InvalidStudyException">The definition is refused; it lists why.</exception>
    /// <exception cref="StudyExistsException">The journal has a study of that name.</exception>
    /// <exception cref="StudyInUseException">Another process runs it.</exception>
    Task<IStudyRun> StartAsync(
        StudySpecification specification, CancellationToken cancellation = default);

    /// <summary>Creates a study from a definition and runs it.</summary>
    /// <inheritdoc cref="StartAsync(StudySpecification, CancellationToken)"/>
    Task<IStudyRun> StartAsync(
        StudyDefinition definition, CancellationToken cancellation = default);

    /// <summary>Creates a study that starts from trials of earlier ones, and runs it.</summary>
    /// <param name="specification">All that defines it; it has one objective.</param>
    /// <param name="earlier">What <see cref="EarlierStudies"/> found for its space.</param>
    /// <param name="cancellation">Gives up opening it.</param>
    /// <inheritdoc cref="StartAsync(StudySpecification, CancellationToken)"/>
    Task<IStudyRun> StartAsync(
        StudySpecification specification,
        IReadOnlyList<EarlierTrials> earlier,
        CancellationToken cancellation = default);

    /// <summary>Goes on with a study that is in the journal.</summary>
    /// <param name="study">The study.</param>
    /// <param name="stop">
    /// When it ends from now on; a study that had ended goes on. Null keeps what is recorded.
    /// </param>
    /// <param name="cancellation">Gives up opening it.</param>
    /// <exception cref="StudyNotFoundException">The journal has no such study.</exception>
    /// <exception cref="StudyInUseException">Another process runs it.</exception>
    /// <exception cref="InvalidStudyException">The stop conditions are refused.</exception>
    Task<IStudyRun> ResumeAsync(
        StudyId study, StopConditions? stop = null, CancellationToken cancellation = default);

    /// <summary>
    /// Makes a study that shares the past of another one up to an event and goes on under another
    /// specification; <see cref="ResumeAsync"/> runs it. The other study may run meanwhile.
    /// </summary>
    /// <param name="parent">The study whose past is shared.</param>
    /// <param name="at">The last event that is shared.</param>
    /// <param name="specification">
    /// The fork's name and all that defines it, such as the parent's own with another trial
    /// scheduler.
    /// </param>
    /// <param name="cancellation">Gives up before anything is written.</param>
    /// <exception cref="StudyNotFoundException">The journal has no such parent.</exception>
    /// <exception cref="StudyExistsException">The fork's name is taken.</exception>
    /// <exception cref="InvalidStudyException">
    /// The event or the specification is refused; it lists why.
    /// </exception>
    Task<ForkOutcome> ForkAsync(
        StudyId parent,
        SequenceNumber at,
        StudySpecification specification,
        CancellationToken cancellation = default);

    /// <summary>The studies in the journal.</summary>
    Task<IReadOnlyList<StudyListing>> ListAsync(CancellationToken cancellation = default);

    /// <summary>A study as its journal tells it, whoever runs it.</summary>
    /// <exception cref="StudyNotFoundException">The journal has no such study.</exception>
    Task<StudyState> ReadAsync(StudyId study, CancellationToken cancellation = default);
}
