namespace ActorTune.Journal.Sqlite;

/// <summary>Tells file systems on which neither locks nor shared memory can be trusted.</summary>
internal static class NetworkFileSystems
{
    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "v9fs", "afs", "afpfs",
        "ceph", "coda", "ncp", "ncpfs", "webdav", "fuse.sshfs", "glusterfs", "fuse.glusterfs",
        "lustre", "gfs2", "ocfs2", "beegfs", "gpfs",
    };

    internal static bool IsNetwork(string kind) => Kinds.Contains(kind);

    /// <summary>The kind of the network file system that holds a folder, or null.</summary>
    internal static string? Find(string folder)
    {
        if (folder.StartsWith(@"\\", StringComparison.Ordinal))
            return "network share";
        try
        {
            string root = OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder;
            var drive = new DriveInfo(root);
            return drive.DriveType == DriveType.Network || IsNetwork(drive.DriveFormat)
                ? drive.DriveFormat
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A place that cannot even be asked fails with its own reason when it is opened.
            return null;
        }
    }

    internal static JournalException Refuse(string path, string kind) => new(
        JournalFailure.Unavailable,
        $"The journal '{path}' lies on a network file system ({kind}), where two machines could "
            + "write at the same time. Put it on a local disk, or allow it with "
            + $"{nameof(SqliteJournalOptions.AllowNetworkFileSystem)}"
            + " where only one machine uses it.");
}
