namespace ActorTune.Programs.Checkpoints;

/// <summary>
/// Writes a checkpoint so that it exists whole or not at all: into a folder of a provisional name,
/// flushed file by file, then renamed, then the name itself flushed.
/// </summary>
internal static class CheckpointWriter
{
    internal static string NameOf(long resource) =>
        string.Create(CultureInfo.InvariantCulture, $"checkpoint-{resource}");

    /// <summary>Saves a checkpoint and returns its folder's full path.</summary>
    internal static async Task<string> SaveAsync(
        string attemptFolder,
        long resource,
        Func<string, CancellationToken, Task> write,
        CancellationToken stop)
    {
        string parent = Path.GetFullPath(attemptFolder);
        string final = Path.Combine(parent, NameOf(resource));
        string partial = final + ".partial";
        if (Directory.Exists(final))
            throw new InvalidOperationException(
                $"The checkpoint '{final}' exists: save one checkpoint for each resource.");
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        await write(partial, stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        FlushTree(partial);
        Directory.Move(partial, final);
        DurableFolder.Flush(parent);
        return final;
    }

    private static void FlushTree(string folder)
    {
        foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry.LinkTarget is not null)
                continue;
            if (entry is DirectoryInfo)
                FlushTree(entry.FullName);
            else
                DurableFolder.FlushFile(entry.FullName);
        }

        DurableFolder.Flush(folder);
    }
}
