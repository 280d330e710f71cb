using ActorTune.Journal.Format;
using ActorTune.Studies.Events;
using ActorTune.Studies.Forks;
using ActorTune.Worker.Checkpoints;

namespace ActorTune.Hosting;

/// <summary>
/// Makes studies that share the past of another one up to an event, with its checkpoints, and go on
/// under another specification. Nothing of the other study changes; it may run meanwhile.
/// </summary>
public static class StudyForks
{
    private static readonly StudyId AnyStudy = new("any");

    /// <summary>Forks a study.</summary>
    /// <param name="journal">Has the parent and gets the fork.</param>
    /// <param name="folder">Where studies keep checkpoints.</param>
    /// <param name="parent">The study whose past is shared.</param>
    /// <param name="at">The last event that is shared.</param>
    /// <param name="specification">The fork's name and all that defines it.</param>
    /// <param name="cancellation">Gives up before anything is written to the journal.</param>
    /// <exception cref="StudyNotFoundException">The journal has no such parent.</exception>
    /// <exception cref="StudyExistsException">The fork's name is taken.</exception>
    /// <exception cref="InvalidStudyException">
    /// The event or the specification is refused; it lists why.
    /// </exception>
    public static async Task<ForkOutcome> ForkAsync(
        IStudyJournal journal,
        string folder,
        StudyId parent,
        SequenceNumber at,
        StudySpecification specification,
        CancellationToken cancellation = default)
    {
        StudyPast past =
            await StudyPast.ReadAsync(journal, parent, at, cancellation).ConfigureAwait(false);
        return await ForkAsync(journal, folder, past, specification, cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>Forks a study whose past was read before.</summary>
    /// <inheritdoc cref="ForkAsync(IStudyJournal, string, StudyId, SequenceNumber,
    /// StudySpecification, CancellationToken)"/>
    /// <param name="journal">Gets the fork.</param>
    /// <param name="folder">Where studies keep checkpoints.</param>
    /// <param name="past">What is shared.</param>
    public static async Task<ForkOutcome> ForkAsync(
        IStudyJournal journal,
        string folder,
        StudyPast past,
        StudySpecification specification,
        CancellationToken cancellation = default)
    {
        StudyForked forked = Check(past.State, new StudyForked(past.Study, specification));
        IStudyJournalWriter writer = await journal
            .OpenWriterAsync(specification.Study, cancellation).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            if (writer.Head != SequenceNumber.None)
                throw new StudyExistsException(specification.Study);
            Checkpoint[] usable = Usable(past.State);
            forked = forked with { Missing = Share(folder, forked, usable) };
            ForkedStudy study = ForkedStudy.Begin(
                past.Entries, forked, TimeProvider.System.GetUtcNow(), StandardStrategies.Instance);
            await AppendAsync(writer, study.Entries, cancellation).ConfigureAwait(false);
            return Outcome(forked, past.State.Head, usable.Length, study.State);
        }
    }

    private static StudyForked Check(StudyState parent, StudyForked fork)
    {
        StudySpecification before = parent.Specification;
        bool keepsScheduler = KeepsScheduler(before, fork.Specification);
        InvalidStudyException.ThrowIfAny(ForkCheck.Run(
            parent, fork.Specification, keepsScheduler, StandardStrategies.Instance));
        return fork with
        {
            KeepsScheduler = keepsScheduler,
            KeepsSampler = KeepsSampler(before, fork.Specification),
        };
    }

    private static IReadOnlyList<Checkpoint> Share(
        string folder, StudyForked fork, Checkpoint[] checkpoints) =>
        new SharedCheckpoints(new TrialFolders(Path.GetFullPath(folder)))
            .Share(fork.Parent, fork.Specification.Study, checkpoints);

    private static ForkOutcome Outcome(
        StudyForked fork, SequenceNumber at, int checkpoints, StudyState state) =>
        new(fork.Specification.Study, fork.Parent, at)
        {
            State = state,
            CheckpointCount = checkpoints - fork.Missing.Count,
            Missing = fork.Missing,
            KeepsScheduler = fork.KeepsScheduler,
            KeepsSampler = fork.KeepsSampler,
        };

    private static async Task AppendAsync(
        IStudyJournalWriter writer,
        IReadOnlyList<JournalEntry> entries,
        CancellationToken cancellation)
    {
        AppendOutcome outcome = await writer
            .AppendAsync(entries[0].Epoch, SequenceNumber.None, entries, cancellation)
            .ConfigureAwait(false);
        if (outcome != AppendOutcome.Appended)
            throw new StudyExistsException(writer.Study);
    }

    // One that was announced before its measurement counts as soon as that is taken in again.
    private static Checkpoint[] Usable(StudyState state) =>
    [
        .. state.Trials
            .SelectMany(trial => trial.Checkpoints
                .Concat(trial.Checkpoint is { } next ? [next] : []))
            .Distinct(),
    ];

    // Whether anything that a trial scheduler reads is another.
    private static bool KeepsScheduler(StudySpecification before, StudySpecification after)
    {
        string Text(StudySpecification one) => StudySpecificationJson.ToText(Neutral(one) with
        {
            Sampler = before.Sampler,
            SearchSpace = StandardStrategies.SchedulerReadsSpace(before.Scheduler)
                ? one.SearchSpace
                : before.SearchSpace,
        });
        return Text(before) == Text(after);
    }

    private static bool KeepsSampler(StudySpecification before, StudySpecification after) =>
        StudySpecificationJson.ToText(Neutral(before))
            == StudySpecificationJson.ToText(Neutral(after));

    // Without what no strategy reads.
    private static StudySpecification Neutral(StudySpecification specification) =>
        specification with
        {
            Study = AnyStudy,
            Stop = new StopConditions(),
            Failures = new FailurePolicy(),
            Program = new ProgramSpecification(),
            SlotsPerTrial = 1,
            Enqueue = [],
        };
}
