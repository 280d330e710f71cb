namespace ActorTune.Cli.Commands;

/// <summary>A study found in an open journal.</summary>
internal sealed record OpenStudy(SqliteStudyJournal Journal, StudyListing Listing)
    : IAsyncDisposable
{
    internal StudyId Study => Listing.Study;

    /// <summary>The state right after an event, or the last one.</summary>
    /// <exception cref="CliException">The study has no such event.</exception>
    internal async Task<StudyState> FoldAsync(long? at, CancellationToken cancellation) =>
        (await JournalFiles.FoldAsync(Journal, Study, Find(at), cancellation))!;

    /// <summary>An event that the study has; null is the last one.</summary>
    /// <exception cref="CliException">The study has no such event.</exception>
    internal SequenceNumber? Find(long? at)
    {
        if (at < 1 || at > Listing.Head.Value)
            throw new CliException(ExitCode.NotFound, string.Create(
                CultureInfo.InvariantCulture,
                $"study '{Study}' has the events 1 to {Listing.Head}, not {at}"));
        return at is { } sequence ? new SequenceNumber(sequence) : null;
    }

    /// <summary>All entries up to an event.</summary>
    internal IAsyncEnumerable<JournalEntry> ReadAsync(
        SequenceNumber? until, CancellationToken cancellation) =>
        JournalFiles.ReadAsync(Journal, Study, until, cancellation);

    public ValueTask DisposeAsync() => Journal.DisposeAsync();
}
