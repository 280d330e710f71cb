namespace ActorTune.Hosting;

/// <summary>A study up to one of its events.</summary>
/// <param name="Study">The study.</param>
/// <param name="Entries">Its entries from the first one.</param>
/// <param name="State">What they come to.</param>
public sealed record StudyPast(
    StudyId Study, IReadOnlyList<JournalEntry> Entries, StudyState State)
{
    /// <summary>Reads a study up to an event.</summary>
    /// <param name="journal">Has the study.</param>
    /// <param name="study">The study.</param>
    /// <param name="at">The last event that is read.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StudyNotFoundException">The journal has no such study.</exception>
    /// <exception cref="InvalidStudyException">The study has no such event.</exception>
    public static async Task<StudyPast> ReadAsync(
        IStudyJournal journal,
        StudyId study,
        SequenceNumber at,
        CancellationToken cancellation = default)
    {
        var past = new List<JournalEntry>();
        var state = new StudyState(StandardStrategies.Instance);
        await foreach (JournalEntry entry in journal
            .ReadAsync(study, SequenceNumber.None, cancellation).ConfigureAwait(false))
        {
            if (entry.Sequence > at)
                break;
            past.Add(entry);
            state.Evolve(entry);
        }

        if (past.Count > 0 && past[^1].Sequence == at)
            return new StudyPast(study, past, state);
        throw await NotFoundAsync(journal, study, at, cancellation).ConfigureAwait(false);
    }

    private static async Task<Exception> NotFoundAsync(
        IStudyJournal journal,
        StudyId study,
        SequenceNumber at,
        CancellationToken cancellation)
    {
        IReadOnlyList<StudyListing> known =
            await journal.ListAsync(cancellation).ConfigureAwait(false);
        StudyListing? found = known.FirstOrDefault(listing => listing.Study == study);
        if (found is null)
            return new StudyNotFoundException(study, known.Select(listing => listing.Study));
        return new InvalidStudyException([new Problem(
            "at", $"study '{study}' has the events 1 to {found.Head}, not {at}")]);
    }
}
