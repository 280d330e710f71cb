namespace ActorTune.Journal.Sqlite;

/// <summary>
/// Reads the batches of one study over a connection of its own, a few at a time. Between two reads
/// it holds no lock, so that the log can be folded into the file however long a reader takes.
/// </summary>
internal sealed class CommitReader : IAsyncDisposable
{
    private const int BytesAtOnce = 1 << 18;

    private const string ReadSql =
        """
        SELECT last, payload FROM commits
        WHERE key >= coalesce(
                (SELECT max(key) FROM commits WHERE key > ?1 AND key <= ?1 + ?2 + 1), ?1)
            AND key < ?1 + (1 << 40) AND last > ?2
        ORDER BY key
        """;

    private readonly string _path;
    private readonly SqliteJournalOptions _options;
    private readonly StudyId _study;
    private SqliteDatabase? _database;
    private SqliteStatement? _read;
    private Task<List<IReadOnlyList<JournalEntry>>> _inFlight =
        Task.FromResult(new List<IReadOnlyList<JournalEntry>>());
    private long? _id;

    internal CommitReader(string path, SqliteJournalOptions options, StudyId study)
    {
        _path = path;
        _options = options;
        _study = study;
    }

    /// <summary>
    /// The batches that follow a position; the first may begin before it. While the caller uses
    /// one chunk, the next one is fetched and decoded.
    /// </summary>
    internal async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(SequenceNumber after)
    {
        List<IReadOnlyList<JournalEntry>> chunk = await FetchAsync(after).ConfigureAwait(false);
        while (chunk.Count > 0)
        {
            Task<List<IReadOnlyList<JournalEntry>>> next = FetchAsync(chunk[^1][^1].Sequence);
            foreach (IReadOnlyList<JournalEntry> batch in chunk)
                yield return batch;
            chunk = await next.ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ((Task)_inFlight).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _read?.Dispose();
        _database?.Dispose();
    }

    private Task<List<IReadOnlyList<JournalEntry>>> FetchAsync(SequenceNumber after) =>
        _inFlight = Task.Run(() => Fetch(after));

    private List<IReadOnlyList<JournalEntry>> Fetch(SequenceNumber after)
    {
        var chunk = new List<IReadOnlyList<JournalEntry>>();
        if (!FindStudy())
            return chunk;
        SqliteStatement read = _read!;
        read.Bind(1, CommitStore.BaseOf(_id!.Value));
        read.Bind(2, after.Value);
        try
        {
            for (int bytes = 0; bytes < BytesAtOnce && read.Step();)
            {
                ReadOnlySpan<byte> payload = read.Blob(1);
                bytes += payload.Length;
                chunk.Add(Decode(payload, read.Integer(0)));
            }

            return chunk;
        }
        finally
        {
            read.Reset();
        }
    }

    private IReadOnlyList<JournalEntry> Decode(ReadOnlySpan<byte> payload, long last)
    {
        IReadOnlyList<JournalEntry> batch = JournalBatchCodec.Read(payload, _options.Upcasters);
        if (batch.Count > 0 && batch[^1].Sequence.Value == last)
            return batch;
        throw new JournalException(JournalFailure.Damaged, string.Create(
            CultureInfo.InvariantCulture,
            $"In the journal '{_path}' the batch of '{_study}' that ends at {last} holds other "
                + $"entries. Restore the journal from a copy."));
    }

    private bool FindStudy()
    {
        if (_id is not null)
            return true;
        _database ??= SqliteDatabase.Open(_path, _options);
        _read ??= _database.Prepare(ReadSql);
        using SqliteStatement find = _database.Prepare("SELECT id FROM studies WHERE name = ?1");
        find.Bind(1, _study.Name);
        if (find.Step())
            _id = find.Integer(0);
        return _id is not null;
    }
}
