namespace ActorTune.Journal.Sqlite;

/// <summary>
/// Finds, checks or makes the file of a journal before anything is written to it.
/// </summary>
/// <remarks>
/// The file is only ever opened by SQLite: where a process opens and closes it in another way, the
/// operating system takes back the locks that SQLite holds on it in the same process.
/// </remarks>
internal static class JournalFile
{
    internal static void Prepare(string path, SqliteJournalOptions options)
    {
        CheckPlace(path, options);
        if (!File.Exists(path))
            Create(path, options);
        Inspect(path);
        using SqliteDatabase database = SqliteDatabase.Open(path, options);
        RequireOurs(database, path);
        JournalSchema.Upgrade(database, path, JournalSchema.Steps);
    }

    private static void CheckPlace(string path, SqliteJournalOptions options)
    {
        if (Directory.Exists(path))
            throw new JournalException(
                JournalFailure.NotAJournal, $"'{path}' is a folder; name a file in it.");
        string folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            throw new JournalException(
                JournalFailure.Missing,
                $"The folder '{folder}' of the journal '{path}' does not exist; create it.");
        if (!options.AllowNetworkFileSystem && NetworkFileSystems.Find(folder) is { } kind)
            throw NetworkFileSystems.Refuse(path, kind);
    }

    /// <summary>
    /// Makes the file under another name first, so that nobody ever finds half of it.
    /// </summary>
    private static void Create(string path, SqliteJournalOptions options)
    {
        if (!options.CreateIfMissing)
            throw new JournalException(
                JournalFailure.Missing, $"There is no journal '{path}'; check the path.");
        string draft = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            using (SqliteDatabase database = SqliteDatabase.Create(draft))
            {
                database.Execute(string.Create(
                    CultureInfo.InvariantCulture,
                    $"PRAGMA application_id = {JournalSchema.ApplicationId}"));
                JournalSchema.Upgrade(database, path, JournalSchema.Steps);
                database.Execute("PRAGMA journal_mode = WAL");
            }

            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster; its file is as good.
            File.Delete(draft);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JournalException(
                JournalFailure.Unavailable,
                $"The journal '{path}' cannot be created: {error.Message}",
                error);
        }
        catch (JournalException refused)
        {
            // Its author knows the journal's name, not the draft's.
            throw new JournalException(
                refused.Failure, refused.Message.Replace(draft, path), refused);
        }
    }

    private static void Inspect(string path)
    {
        long length = new FileInfo(path).Length;
        if (length == 0)
            throw new JournalException(
                JournalFailure.NotAJournal,
                $"'{path}' is empty, and a journal never is: it was cut or made by "
                    + "another program. "
                    + "Restore it from a copy, or delete it to begin anew.");

        // With a log beside it the file alone may be half of a checkpoint that a full disk or a
        // kill cut off: only both together tell.
        if (HasWriteAheadLog(path))
            return;
        using SqliteDatabase database = SqliteDatabase.Inspect(path);
        RequireOurs(database, path);
        long whole = database.Integer("PRAGMA page_count") * database.Integer("PRAGMA page_size");
        if (length < whole)
            throw new JournalException(JournalFailure.Damaged, string.Create(
                CultureInfo.InvariantCulture,
                $"The journal '{path}' is cut short: {length} of {whole} bytes are left. It is "
                    + $"left as it is; restore it from a copy."));
    }

    private static void RequireOurs(SqliteDatabase database, string path)
    {
        if (database.Integer("PRAGMA application_id") != JournalSchema.ApplicationId)
            throw new JournalException(
                JournalFailure.NotAJournal,
                $"'{path}' is a database of another program. It is left as it is; name "
                    + "another file.");
    }

    /// <summary>Pages that the file lacks may still stand in the log beside it.</summary>
    private static bool HasWriteAheadLog(string path)
    {
        var log = new FileInfo(path + "-wal");
        return log.Exists && log.Length > 0;
    }
}
