namespace ActorTune.Journal.Sqlite;

/// <summary>How a journal in a file behaves.</summary>
public sealed record SqliteJournalOptions
{
    /// <summary>What a commit survives.</summary>
    /// <value>Default: the end of the process, of the operating system and of the power.</value>
    public Durability Durability { get; init; } = Durability.Full;

    /// <summary>Whether a file that does not exist is made. Its folder must exist.</summary>
    /// <value>Default: true.</value>
    public bool CreateIfMissing { get; init; } = true;

    /// <summary>
    /// Whether the file may lie on a network file system. Locks and shared memory do not work
    /// reliably there: two machines may write at the same time and destroy the journal.
    /// </summary>
    /// <value>Default: false, such a place is refused.</value>
    public bool AllowNetworkFileSystem { get; init; }

    /// <summary>
    /// How often followers look for what other processes appended. What this process appends
    /// they see at once.
    /// </summary>
    /// <value>Default: 100 milliseconds.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a commit waits for another process's commit to the same file.</summary>
    /// <value>Default: 10 seconds; then the append fails and may be repeated.</value>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock of followers.</summary>
    /// <value>Default: the system's.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How older events are read.</summary>
    /// <value>Default: the upcasters of this build.</value>
    public Upcasters Upcasters { get; init; } = Upcasters.Current;

    /// <summary>The largest number of pages of the file: to test what a full disk does.</summary>
    internal int? MaxPageCount { get; init; }

    /// <summary>Whether even writers open the file read-only: to test what that does.</summary>
    internal bool OpenReadOnly { get; init; }
}
