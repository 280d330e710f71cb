using ActorTune.Studies.Events;

namespace ActorTune.Hosting;

/// <summary>Changes studies that nobody runs.</summary>
public static class StoredStudies
{
    /// <summary>
    /// Changes a study over to another trial scheduler, as <see
    /// cref="IStudyRun.SwitchSchedulerAsync"/> does where it runs. It takes effect at once; what
    /// follows from it happens when the study is resumed.
    /// </summary>
    /// <param name="journal">Has the study.</param>
    /// <param name="study">The study.</param>
    /// <param name="scheduler">The trial scheduler and its options.</param>
    /// <param name="cancellation">Gives up before anything is written.</param>
    /// <returns>The study after the change.</returns>
    /// <exception cref="StudyNotFoundException">The journal has no such study.</exception>
    /// <exception cref="StudyInUseException">Another process runs it.</exception>
    /// <exception cref="InvalidOperationException">
    /// The trial scheduler cannot take over this study's trials, or the study has ended.
    /// </exception>
    public static async Task<StudyState> SwitchSchedulerAsync(
        IStudyJournal journal,
        StudyId study,
        StrategyOptions scheduler,
        CancellationToken cancellation = default)
    {
        await DemandAsync(journal, study, cancellation).ConfigureAwait(false);
        IStudyJournalWriter writer =
            await journal.OpenWriterAsync(study, cancellation).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            StudyEngine engine =
                await RecoverAsync(journal, study, cancellation).ConfigureAwait(false);
            SequenceNumber head = engine.State.Head;
            Switch(engine, scheduler);
            AppendOutcome outcome = await writer.AppendAsync(
                engine.State.Epoch, head, engine.TakeBatch().Events, cancellation)
                .ConfigureAwait(false);
            return outcome == AppendOutcome.Appended
                ? engine.State
                : throw new InvalidOperationException(
                    $"Study '{study}' was changed by somebody else meanwhile. Try again.");
        }
    }

    // A writer of a study that is not there would leave its lock behind.
    private static async Task DemandAsync(
        IStudyJournal journal, StudyId study, CancellationToken cancellation)
    {
        IReadOnlyList<StudyListing> known =
            await journal.ListAsync(cancellation).ConfigureAwait(false);
        if (known.All(listing => listing.Study != study))
            throw new StudyNotFoundException(study, known.Select(listing => listing.Study));
    }

    private static async Task<StudyEngine> RecoverAsync(
        IStudyJournal journal, StudyId study, CancellationToken cancellation)
    {
        var engine = new StudyEngine(
            new StudyState(StandardStrategies.Instance), new LaterSuggestions());
        await foreach (JournalEntry entry in journal
            .ReadAsync(study, SequenceNumber.None, cancellation).ConfigureAwait(false))
            engine.Recover(entry);
        return engine;
    }

    // Opened like by any coordinator, so that nothing is placed on slots that are gone.
    private static void Switch(StudyEngine engine, StrategyOptions scheduler)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        StudyState state = engine.State;
        ISampler sampler = StandardStrategies.Instance.SamplerOf(state.Specification);
        engine.Record(
            new CoordinatorStarted(
                state.Epoch.Next, Tuner.EngineVersion, state.VersionsWith(sampler)),
            now);
        if (engine.Handle(new SwitchScheduler(scheduler), now) is Acceptance.Refused refused)
            throw new InvalidOperationException(refused.Reason);
    }

    /// <summary>Nothing is suggested before the study is resumed.</summary>
    private sealed class LaterSuggestions : ISuggestions
    {
        public (Suggestion Suggestion, SequenceNumber Basis)? Find(
            in SuggestionRequest request, SequenceNumber head) => null;
    }
}
