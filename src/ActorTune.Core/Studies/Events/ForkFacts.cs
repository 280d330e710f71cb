namespace ActorTune.Studies.Events;

/// <summary>
/// The study goes on from here apart from the one whose past it shares: all entries before this
/// one were copied from there, under this study's name.
/// </summary>
/// <remarks>
/// The attempts that ran are lost and count against no retry limit; trials that were stopped only
/// because the study had ended are paused again.
/// </remarks>
/// <param name="Parent">The study whose entries were copied.</param>
/// <param name="Specification">All that defines this study from now on.</param>
public sealed record StudyForked(StudyId Parent, StudySpecification Specification) : StudyFact
{
    /// <summary>
    /// Whether the trial scheduler goes on as it is; otherwise one is made anew and takes over the
    /// trials so far.
    /// </summary>
    /// <value>Default: false.</value>
    public bool KeepsScheduler { get; init; }

    /// <summary>
    /// Whether the sampler goes on as it is; otherwise one is made anew and told the trials so far
    /// that fit the search space.
    /// </summary>
    /// <value>Default: false.</value>
    public bool KeepsSampler { get; init; }

    /// <summary>
    /// The versions of the rules of the strategies that decide from here on.
    /// </summary>
    /// <value>Default: none, they are not told.</value>
    public IReadOnlyList<string> Strategies { get; init; } = [];

    /// <summary>
    /// Checkpoints of the past that were not there any more: no trial goes on from them.
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<Checkpoint> Missing { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(StudyForked? other) =>
        other is not null && Parent == other.Parent && Specification.Equals(other.Specification)
        && KeepsScheduler == other.KeepsScheduler && KeepsSampler == other.KeepsSampler
        && Strategies.SequenceEqual(other.Strategies) && Missing.SequenceEqual(other.Missing);

    /// <inheritdoc/>
    public override int GetHashCode() => Missing.Count;
}
