namespace ActorTune.Journal.Sqlite;

/// <summary>
/// The tables and how older ones become them. A batch is one row: measured against a row for each
/// event, a commit of 256 events takes less than half the processor time and four fifths of the
/// space. A row's key is the study's number times 2^40 plus its first position, so that one tree
/// holds all, in the order in which it is written and read.
/// </summary>
internal static class JournalSchema
{
    /// <summary>"ATJ1" as bytes: what the operating system's file command can tell it by.</summary>
    internal const int ApplicationId = 0x41544A31;

    internal const int StudyShift = 40;

    /// <summary>
    /// One step for each version, the first one from nothing. Steps never change.
    /// </summary>
    internal static readonly IReadOnlyList<string> Steps =
    [
        """
        CREATE TABLE studies(
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE);
        CREATE TABLE commits(
            key INTEGER PRIMARY KEY,
            last INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            first_at INTEGER NOT NULL,
            last_at INTEGER NOT NULL,
            payload BLOB NOT NULL);
        """,
    ];

    /// <summary>Takes a file to the newest version in one commit.</summary>
    internal static void Upgrade(SqliteDatabase database, string path, IReadOnlyList<string> steps)
    {
        long version = database.Integer("PRAGMA user_version");
        if (version > steps.Count)
            throw new JournalException(JournalFailure.TooNew, string.Create(
                CultureInfo.InvariantCulture,
                $"The journal '{path}' has version {version}; this build knows up to version "
                    + $"{steps.Count}. It is left as it is; use the build that wrote it or a "
                    + $"later one."));
        if (version < steps.Count)
            database.Transact(() => RunSteps(database, steps));
    }

    private static long RunSteps(SqliteDatabase database, IReadOnlyList<string> steps)
    {
        // Asked again: another process may have upgraded it while this one waited for the lock.
        long version = database.Integer("PRAGMA user_version");
        for (; version < steps.Count; version++)
            database.Execute(steps[(int)version]);
        database.Execute(string.Create(
            CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
        return version;
    }
}
