namespace ActorTune.Journal.Sqlite;

/// <summary>
/// Reads the batches of one study over a connection of its own, a few at a time. Between two reads
/// it holds no lock, so that the log can be folded into the file however long a reader takes.
/// </summary>
internal sealed class CommitReader : IAsyncDisposable
{
    private const int BytesAtOnce = 1 << 20;

    private const string ReadSql =
        """
        SELECT last, payload FROM commits
        WHERE key >= coalesce((SELECT max(key) FROM commits WHERE key > ?1 AND key <= ?1 + ?2 + 1), ?1)
            AND key < ?1 + (1 << 40) AND last > ?2
        ORDER BY key
        """;

    private readonly string _path;
    private readonly SqliteJournalOptions _options;
    private readonly StudyId _study;
    private SqliteDatabase? _database;
    private SqliteStatement? _read;
    private Task<List<Commit>> _inFlight = Task.FromResult(new List<Commit>());
    private long? _id;

    internal CommitReader(string path, SqliteJournalOptions options, StudyId study)
    {
        _path = path;
        _options = options;
        _study = study;
    }

    /// <summary>Begins to fetch what follows a position. One fetch at a time.</summary>
    internal Task<List<Commit>> FetchAsync(SequenceNumber after) =>
        _inFlight = Task.Run(() => Fetch(after));

    public async ValueTask DisposeAsync()
    {
        await ((Task)_inFlight).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _read?.Dispose();
        _database?.Dispose();
    }

    private List<Commit> Fetch(SequenceNumber after)
    {
        var commits = new List<Commit>();
        if (!FindStudy())
            return commits;
        SqliteStatement read = _read!;
        read.Bind(1, CommitStore.BaseOf(_id!.Value));
        read.Bind(2, after.Value);
        int bytes = 0;
        while (bytes < BytesAtOnce && read.Step())
        {
            var commit = new Commit(new SequenceNumber(read.Integer(0)), read.Blob(1));
            commits.Add(commit);
            bytes += commit.Payload.Length;
        }

        read.Reset();
        return commits;
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
