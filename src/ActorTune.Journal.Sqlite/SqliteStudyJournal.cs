using System.Runtime.CompilerServices;

namespace ActorTune.Journal.Sqlite;

/// <summary>
/// A journal in one file of one machine. Any number of processes may read it at any time, and
/// write different studies; each study has one writer at a time.
/// </summary>
/// <remarks>
/// <para>
/// SQLite in write-ahead mode: readers never wait and never make a writer wait. A batch is one row
/// and one commit. The writer of a study holds an operating-system lock on a file beside the
/// database (<c>file.study.lock</c>) that names its process; the end of the process frees it,
/// however it ends.
/// </para>
/// <para>Copy a journal with SQLite's own backup, or all its files while nothing writes.</para>
/// </remarks>
public sealed class SqliteStudyJournal : IStudyJournal
{
    private const string ListSql =
        """
        SELECT name,
            (SELECT first_at FROM commits WHERE key > id << 40 AND key < (id + 1) << 40
                ORDER BY key LIMIT 1),
            (SELECT last_at FROM commits WHERE key > id << 40 AND key < (id + 1) << 40
                ORDER BY key DESC LIMIT 1),
            (SELECT last FROM commits WHERE key > id << 40 AND key < (id + 1) << 40
                ORDER BY key DESC LIMIT 1)
        FROM studies ORDER BY name
        """;

    private readonly string _path;
    private readonly SqliteJournalOptions _options;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private CommitStore? _store;
    private bool _disposed;

    /// <summary>Opens a journal's file, makes it, or upgrades it.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="options">How it behaves; null: the defaults.</param>
    /// <exception cref="JournalException">
    /// The file is not a journal, is newer than this build, is cut short, or cannot be opened or
    /// made. It is left as it is.
    /// </exception>
    public SqliteStudyJournal(string path, SqliteJournalOptions? options = null)
    {
        _path = System.IO.Path.GetFullPath(path);
        _options = options ?? new SqliteJournalOptions();
        JournalFile.Prepare(_path, _options);
    }

    /// <summary>The file.</summary>
    public string Path => _path;

    /// <summary>
    /// A pragma of the writing connection: what is in force, not what was asked for.
    /// </summary>
    internal Task<string> PragmaAsync(string name) =>
        WithStoreAsync(store => store.Database.Text($"PRAGMA {name}"), CancellationToken.None);

    internal AppendSignal Signal { get; } = new();

    /// <inheritdoc/>
    public async ValueTask<IStudyJournalWriter> OpenWriterAsync(
        StudyId study, CancellationToken cancellation)
    {
        StudyLock studyLock = StudyLock.Take(_path, study);
        var writer = new SqliteStudyWriter(this, study, studyLock);
        try
        {
            await writer.RefreshAsync(cancellation).ConfigureAwait(false);
            return writer;
        }
        catch
        {
            await writer.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        StudyId study,
        SequenceNumber after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = new CommitReader(_path, _options, study);
        await foreach (IReadOnlyList<JournalEntry> batch in
            reader.ReadAsync(after).ConfigureAwait(false))
        {
            foreach (JournalEntry entry in batch)
            {
                cancellation.ThrowIfCancellationRequested();
                if (entry.Sequence > after)
                    yield return entry;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> FollowAsync(
        StudyId study,
        SequenceNumber after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = new CommitReader(_path, _options, study);
        while (true)
        {
            // Taken before reading, so that no append of this process slips in between unseen.
            Task appended = Signal.Next;
            await foreach (IReadOnlyList<JournalEntry> batch in
                reader.ReadAsync(after).ConfigureAwait(false))
            {
                foreach (JournalEntry entry in batch)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (entry.Sequence <= after)
                        continue;
                    after = entry.Sequence;
                    yield return entry;
                }
            }

            Task poll = Task.Delay(_options.PollInterval, _options.Clock, cancellation);
            await Task.WhenAny(appended, poll).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StudyListing>> ListAsync(CancellationToken cancellation) =>
        await Task.Run(List, cancellation).ConfigureAwait(false);

    /// <summary>Closes the file. Close its writers before.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        await _gate.WaitAsync().ConfigureAwait(false);
        _disposed = true;
        _store?.Dispose();
        _store = null;
        _gate.Dispose();
    }

    /// <summary>
    /// Runs work on the writing connection, one at a time and on a thread of the pool: a commit
    /// waits for the disk, and the caller must not.
    /// </summary>
    internal async Task<T> WithStoreAsync<T>(
        Func<CommitStore, T> work, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return await Task
                .Run(
                    () => work(_store ??= new CommitStore(_path, _options)),
                    CancellationToken.None)
                .ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private IReadOnlyList<StudyListing> List()
    {
        using SqliteDatabase database = SqliteDatabase.Open(_path, _options);
        using SqliteStatement statement = database.Prepare(ListSql);
        var listings = new List<StudyListing>();
        while (statement.Step())
        {
            var head = new SequenceNumber(statement.Integer(3));
            listings.Add(new StudyListing(
                new StudyId(statement.Text(0)),
                head.Value,
                head,
                new DateTimeOffset(statement.Integer(1), TimeSpan.Zero),
                new DateTimeOffset(statement.Integer(2), TimeSpan.Zero)));
        }

        return listings;
    }
}
