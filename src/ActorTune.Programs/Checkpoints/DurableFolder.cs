using System.Runtime.InteropServices;

namespace ActorTune.Programs.Checkpoints;

/// <summary>
/// Flushes files and folders to the disk. A folder's entries are data of their own: a renamed file
/// survives a power cut only when its folder was flushed too (fsync(2)).
/// </summary>
internal static class DurableFolder
{
    /// <summary>Flushes a file's content and metadata.</summary>
    internal static void FlushFile(string path)
    {
        // Windows flushes only what is open for writing; elsewhere reading is enough, which
        // serves files that the program made read-only.
        FileAccess access = OperatingSystem.IsWindows() ? FileAccess.ReadWrite : FileAccess.Read;
        using var handle = File.OpenHandle(path, FileMode.Open, access, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Flushes a folder's entries; on Windows the file system does so by itself.</summary>
    /// <exception cref="IOException">The operating system refused.</exception>
    internal static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        int descriptor = Open(path, 0);
        if (descriptor < 0)
            throw Failure("open", path);
        int result = FSync(descriptor);
        IOException? failure = result < 0 ? Failure("flush", path) : null;
        if (Close(descriptor) < 0 && failure is null)
            failure = Failure("close", path);
        if (failure is not null)
            throw failure;
    }

    private static IOException Failure(string action, string path) =>
        new($"Could not {action} the folder '{path}': {Marshal.GetLastPInvokeErrorMessage()}.");

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
