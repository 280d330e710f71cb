using ActorTune.Journal.Sqlite;

namespace ActorTune.Hosting;

/// <summary>Reads what a new study takes over from earlier ones.</summary>
public static class EarlierStudies
{
    /// <summary>Finds the trials of earlier studies that fit a new search space.</summary>
    /// <param name="journal">The new study's journal.</param>
    /// <param name="earlier">The earlier studies, in the order in which they are told.</param>
    /// <param name="space">The new search space.</param>
    /// <param name="cancellation">Gives up reading.</param>
    /// <exception cref="StudyNotFoundException">A journal has no such study.</exception>
    /// <exception cref="JournalException">A journal cannot be read.</exception>
    public static async Task<IReadOnlyList<EarlierTrials>> ReadAsync(
        IStudyJournal journal,
        IReadOnlyList<EarlierStudy> earlier,
        SearchSpace space,
        CancellationToken cancellation = default)
    {
        var found = new List<EarlierTrials>();
        foreach (EarlierStudy study in earlier)
        {
            StudyState state = study.Journal is { } path
                ? await ReadFileAsync(path, study.Study, cancellation).ConfigureAwait(false)
                : await ReadAsync(journal, study.Study, cancellation).ConfigureAwait(false);
            found.Add(EarlierTrials.Find(state, space));
        }

        return found;
    }

    private static async Task<StudyState> ReadFileAsync(
        string path, StudyId study, CancellationToken cancellation)
    {
        var options = new SqliteJournalOptions { CreateIfMissing = false };
        var journal = new SqliteStudyJournal(path, options);
        await using (journal.ConfigureAwait(false))
            return await ReadAsync(journal, study, cancellation).ConfigureAwait(false);
    }

    private static async Task<StudyState> ReadAsync(
        IStudyJournal journal, StudyId study, CancellationToken cancellation)
    {
        StudyState state =
            await JournalFold.ReadAsync(journal, study, cancellation).ConfigureAwait(false);
        if (state.Phase != StudyPhase.Empty)
            return state;
        IReadOnlyList<StudyListing> known =
            await journal.ListAsync(cancellation).ConfigureAwait(false);
        throw new StudyNotFoundException(study, known.Select(listing => listing.Study));
    }
}
