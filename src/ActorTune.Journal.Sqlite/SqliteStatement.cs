using SQLitePCL;

namespace ActorTune.Journal.Sqlite;

/// <summary>
/// A prepared statement, kept and used again. Parameters and columns count from 1 and 0.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly sqlite3_stmt _handle;

    internal SqliteStatement(SqliteDatabase database, sqlite3_stmt handle)
    {
        _database = database;
        _handle = handle;
    }

    internal void Bind(int parameter, long value) =>
        Demand(raw.sqlite3_bind_int64(_handle, parameter, value));

    internal void Bind(int parameter, string value) =>
        Demand(raw.sqlite3_bind_text(_handle, parameter, value));

    internal void Bind(int parameter, ReadOnlySpan<byte> value) =>
        Demand(raw.sqlite3_bind_blob(_handle, parameter, value));

    /// <summary>Goes on to the next row; false at the end, where it is reset.</summary>
    internal bool Step()
    {
        int code = raw.sqlite3_step(_handle);
        if (code == raw.SQLITE_ROW)
            return true;
        JournalException? failure = code == raw.SQLITE_DONE ? null : _database.Failure(code);
        Reset();
        return failure is null ? false : throw failure;
    }

    /// <summary>Ends a query before its last row, and with it the read lock.</summary>
    internal void Reset() => raw.sqlite3_reset(_handle);

    internal long Integer(int column) => raw.sqlite3_column_int64(_handle, column);

    internal string Text(int column) => raw.sqlite3_column_text(_handle, column).utf8_to_string();

    /// <summary>Bytes that are SQLite's own: valid until the next step or reset.</summary>
    internal ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_handle, column);

    public void Dispose() => raw.sqlite3_finalize(_handle);

    private void Demand(int code)
    {
        if (code != raw.SQLITE_OK)
            throw _database.Failure(code);
    }
}
