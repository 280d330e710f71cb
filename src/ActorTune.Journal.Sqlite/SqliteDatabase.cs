using SQLitePCL;

namespace ActorTune.Journal.Sqlite;

/// <summary>
/// A connection, for one thread at a time. The library is called directly: a provider above it
/// would cost about as much processor time again for each commit.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly string _path;

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(sqlite3 handle, string path)
    {
        _handle = handle;
        _path = path;
    }

    /// <summary>How many rows the last statement changed.</summary>
    internal int Changes => raw.sqlite3_changes(_handle);

    /// <summary>Opens an existing file for reading and writing.</summary>
    internal static SqliteDatabase Open(string path, SqliteJournalOptions options)
    {
        int mode = options.OpenReadOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE;
        return Open(path, path, mode, options.BusyTimeout);
    }

    /// <summary>Opens a file that does not exist yet.</summary>
    internal static SqliteDatabase Create(string path) => Open(
        path, path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, TimeSpan.Zero);

    /// <summary>
    /// Opens a file only to look at its head: without locks, and without the files that SQLite
    /// would put beside it, so that a file of another program is not touched.
    /// </summary>
    internal static SqliteDatabase Inspect(string path)
    {
        string escaped = path.Replace("%", "%25").Replace("?", "%3f").Replace("#", "%23");
        const int mode = raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI;
        return Open($"file:{escaped}?immutable=1", path, mode, TimeSpan.Zero);
    }

    internal void Execute(string sql)
    {
        int code = raw.sqlite3_exec(_handle, sql);
        if (code != raw.SQLITE_OK)
            throw Failure(code);
    }

    internal long Integer(string sql)
    {
        using SqliteStatement statement = Prepare(sql);
        return statement.Step() ? statement.Integer(0) : 0;
    }

    internal string Text(string sql)
    {
        using SqliteStatement statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : string.Empty;
    }

    internal SqliteStatement Prepare(string sql)
    {
        int code = raw.sqlite3_prepare_v2(_handle, sql, out sqlite3_stmt statement);
        return code == raw.SQLITE_OK ? new SqliteStatement(this, statement) : throw Failure(code);
    }

    /// <summary>Runs statements as one commit, or not at all.</summary>
    internal T Transact<T>(Func<T> work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            T result = work();
            Execute("COMMIT");
            return result;
        }
        catch
        {
            // SQLite may have rolled back by itself, as it does when the disk is full.
            if (raw.sqlite3_get_autocommit(_handle) == 0)
                raw.sqlite3_exec(_handle, "ROLLBACK");
            throw;
        }
    }

    internal JournalException Failure(int code)
    {
        int extended = raw.sqlite3_extended_errcode(_handle);
        string detail = raw.sqlite3_errmsg(_handle).utf8_to_string();
        return SqliteFailures.Translate((extended & 0xff) == code ? extended : code, _path, detail);
    }

    public void Dispose() => raw.sqlite3_close_v2(_handle);

    private static SqliteDatabase Open(string name, string path, int mode, TimeSpan busyTimeout)
    {
        int flags = mode | raw.SQLITE_OPEN_NOMUTEX;
        int code = raw.sqlite3_open_v2(name, out sqlite3 handle, flags, null);
        var database = new SqliteDatabase(handle, path);
        if (code != raw.SQLITE_OK)
        {
            using (database)
                throw database.Failure(code);
        }

        raw.sqlite3_busy_timeout(handle, (int)busyTimeout.TotalMilliseconds);
        return database;
    }
}
