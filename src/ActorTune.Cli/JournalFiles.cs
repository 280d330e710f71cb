using System.Runtime.CompilerServices;

namespace ActorTune.Cli;

/// <summary>Journals as commands open and read them.</summary>
internal static class JournalFiles
{
    /// <summary>Opens a journal that must exist.</summary>
    internal static SqliteStudyJournal OpenExisting(string path) =>
        new(path, new SqliteJournalOptions { CreateIfMissing = false });

    /// <summary>Folds a study up to a position; null when the journal does not have it.</summary>
    internal static async Task<StudyState?> FoldAsync(
        IStudyJournal journal,
        StudyId study,
        SequenceNumber? until = null,
        CancellationToken cancellation = default)
    {
        var state = new StudyState(StandardStrategies.Instance);
        await foreach (JournalEntry entry in
            journal.ReadAsync(study, SequenceNumber.None, cancellation))
        {
            if (entry.Sequence > until)
                break;
            state.Evolve(entry);
        }

        return state.Phase == StudyPhase.Empty ? null : state;
    }

    /// <summary>All entries of a study up to a position.</summary>
    internal static async IAsyncEnumerable<JournalEntry> ReadAsync(
        IStudyJournal journal,
        StudyId study,
        SequenceNumber? until,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (JournalEntry entry in
            journal.ReadAsync(study, SequenceNumber.None, cancellation))
        {
            if (entry.Sequence > until)
                yield break;
            yield return entry;
        }
    }

    /// <summary>
    /// The study meant: the one named, or the only one. A configuration file names its study.
    /// </summary>
    /// <exception cref="CliException">
    /// There is no such study, or there are several and none is named.
    /// </exception>
    internal static async Task<StudyListing> FindAsync(
        SqliteStudyJournal journal, string? name, CancellationToken cancellation)
    {
        IReadOnlyList<StudyListing> known = await journal.ListAsync(cancellation);
        if (name is null && known is [var only])
            return only;
        StudyListing? found = known.FirstOrDefault(listing => listing.Study.Name == name);
        string has = known.Count == 0
            ? "it has none"
            : $"it has {string.Join(", ", known.Select(listing => $"'{listing.Study}'"))}";
        return found ?? throw new CliException(ExitCode.NotFound, name is null
            ? $"name a study of the journal '{journal.Path}'; {has}"
            : $"the journal '{journal.Path}' has no study '{name}'; {has}");
    }
}
