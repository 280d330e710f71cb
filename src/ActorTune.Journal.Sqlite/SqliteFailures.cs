using SQLitePCL;

namespace ActorTune.Journal.Sqlite;

/// <summary>
/// Says in words what a result code of SQLite means for a journal, and the way out.
/// </summary>
internal static class SqliteFailures
{
    internal static JournalException Translate(int code, string path, string detail)
    {
        (JournalFailure failure, string message) = (code & 0xff) switch
        {
            raw.SQLITE_FULL => (
                JournalFailure.Full,
                $"There is no space left for the journal '{path}'. Nothing that it holds is lost; "
                    + "make space on its disk."),
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => (
                JournalFailure.ReadOnly,
                $"The journal '{path}' may only be read. Give this user the right to write the "
                    + "file and its folder, or only read it."),
            raw.SQLITE_NOTADB => (
                JournalFailure.NotAJournal,
                $"'{path}' is not a journal. It is left as it is; name another file."),
            raw.SQLITE_CORRUPT or raw.SQLITE_FORMAT => (
                JournalFailure.Damaged,
                $"The journal '{path}' is damaged. Stop writing to it and restore it from a copy."),
            raw.SQLITE_CANTOPEN => (
                JournalFailure.Unavailable,
                $"The journal '{path}' cannot be opened. Check that the file and its folder exist "
                    + "and that this user may read and write them."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (
                JournalFailure.Unavailable,
                $"The journal '{path}' was held by another process for too long. Try again, or "
                    + "end the process that holds it."),
            _ => (
                JournalFailure.Unavailable,
                $"The journal '{path}' did not answer. Check its disk and try again."),
        };
        return new JournalException(failure, string.Create(
            CultureInfo.InvariantCulture, $"{message} (SQLite {code}: {detail})"));
    }
}
