using System.Buffers;

namespace ActorTune.Journal.Sqlite;

/// <summary>
/// The one connection through which a journal object writes, with its statements.
/// </summary>
internal sealed class CommitStore : IDisposable
{
    private const string InsertSql =
        """
        INSERT INTO commits
        SELECT ?1 + ?2 + 1, ?3, ?4, ?5, ?6, ?7
        WHERE ?2 = coalesce((SELECT last FROM commits
                WHERE key > ?1 AND key < ?1 + (1 << 40) ORDER BY key DESC LIMIT 1), 0)
            AND ?4 >= coalesce((SELECT epoch FROM commits
                WHERE key > ?1 AND key < ?1 + (1 << 40) ORDER BY key DESC LIMIT 1), 0)
        """;

    private const string EndSql =
        """
        SELECT last, epoch FROM commits
        WHERE key > ?1 AND key < ?1 + (1 << 40) ORDER BY key DESC LIMIT 1
        """;

    private readonly ArrayBufferWriter<byte> _payload = new(4096);
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _end;
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _add;

    internal CommitStore(string path, SqliteJournalOptions options)
    {
        Database = SqliteDatabase.Open(path, options);
        try
        {
            string mode = options.Durability == Durability.Full ? "FULL" : "NORMAL";
            Database.Execute($"PRAGMA synchronous = {mode}");
            if (options.MaxPageCount is { } pages)
                Database.Execute(string.Create(
                    CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
            _insert = Database.Prepare(InsertSql);
            _end = Database.Prepare(EndSql);
            _find = Database.Prepare("SELECT id FROM studies WHERE name = ?1");
            _add = Database.Prepare("INSERT INTO studies(name) VALUES(?1)");
        }
        catch
        {
            Database.Dispose();
            throw;
        }
    }

    internal SqliteDatabase Database { get; }

    /// <summary>The last position and epoch of a study; zeros for one without entries.</summary>
    internal (SequenceNumber Head, Epoch Epoch) End(StudyId study)
    {
        if (FindStudy(study) is not { } id)
            return default;
        _end.Bind(1, BaseOf(id));
        if (!_end.Step())
            return default;
        var end = (new SequenceNumber(_end.Integer(0)), new Epoch((int)_end.Integer(1)));
        _end.Reset();
        return end;
    }

    /// <summary>Appends in one commit, unless head or epoch forbid it.</summary>
    internal bool TryAppend(
        StudyId study,
        Epoch epoch,
        SequenceNumber expected,
        IReadOnlyList<JournalEntry> entries)
    {
        _payload.ResetWrittenCount();
        JournalBatchCodec.Write(_payload, entries);
        if (FindStudy(study) is { } id)
            return Insert(id, epoch, expected, entries);

        // A refused first append must not leave a study without entries behind.
        return expected == SequenceNumber.None
            && Database.Transact(() => Insert(FindOrAddStudy(study), epoch, expected, entries));
    }

    public void Dispose()
    {
        _insert.Dispose();
        _end.Dispose();
        _find.Dispose();
        _add.Dispose();
        Database.Dispose();
    }

    internal static long BaseOf(long study) => study << JournalSchema.StudyShift;

    private bool Insert(
        long id, Epoch epoch, SequenceNumber expected, IReadOnlyList<JournalEntry> entries)
    {
        _insert.Bind(1, BaseOf(id));
        _insert.Bind(2, expected.Value);
        _insert.Bind(3, entries[^1].Sequence.Value);
        _insert.Bind(4, epoch.Value);
        _insert.Bind(5, entries[0].At.UtcTicks);
        _insert.Bind(6, entries[^1].At.UtcTicks);
        _insert.Bind(7, _payload.WrittenSpan);
        _insert.Step();
        return Database.Changes == 1;
    }

    private long? FindStudy(StudyId study)
    {
        _find.Bind(1, study.Name);
        if (!_find.Step())
            return null;
        long id = _find.Integer(0);
        _find.Reset();
        return id;
    }

    private long FindOrAddStudy(StudyId study)
    {
        if (FindStudy(study) is { } known)
            return known;
        _add.Bind(1, study.Name);
        _add.Step();
        return FindStudy(study)!.Value;
    }
}
