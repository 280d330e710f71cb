using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ActorTune.Journal.Sqlite;

/// <summary>
/// The right to write a study: an operating-system lock on a file beside the database, which names
/// its holder. The lock ends with the process however it ends; the file stays and means nothing
/// by itself.
/// </summary>
internal sealed partial class StudyLock : IDisposable
{
    private const int LockExclusiveNow = 2 | 4;
    private const int LongestIdentity = 1024;
    private readonly FileStream _file;

    private StudyLock(FileStream file) => _file = file;

    internal static string PathOf(string database, StudyId study) => $"{database}.{study}.lock";

    internal static StudyLock Take(string database, StudyId study)
    {
        string path = PathOf(database, study);
        FileStream? file = TryOpen(path);
        if (file is null)
            throw new StudyInUseException(study, ReadHolder(path));
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(WriterIdentity.Current.ToLines()));
        file.Flush();
        return new StudyLock(file);
    }

    public void Dispose()
    {
        // Emptied before it is freed: a later reader must not take an old holder for the present.
        _file.SetLength(0);
        _file.Dispose();
    }

    /// <summary>The locked file, or null where another opening holds it.</summary>
    private static FileStream? TryOpen(string path)
    {
        // Windows can share the contents of a locked file; elsewhere the lock is advisory.
        FileShare share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, 0);
            if (OperatingSystem.IsWindows() || Lock(file.SafeFileHandle, LockExclusiveNow) == 0)
                return file;
            file.Dispose();
            return null;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new JournalException(
                JournalFailure.ReadOnly,
                $"The lock file '{path}' cannot be written. Give this user the right to write it.",
                error);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (IOException error)
        {
            throw new JournalException(
                JournalFailure.Unavailable,
                $"The lock file '{path}' cannot be made: {error.Message}",
                error);
        }
    }

    private static WriterIdentity? ReadHolder(string path)
    {
        try
        {
            using SafeFileHandle handle = OpenUnlocked(path);
            var buffer = new byte[LongestIdentity];
            int length = RandomAccess.Read(handle, buffer, 0);
            return WriterIdentity.Parse(Encoding.UTF8.GetString(buffer, 0, length));
        }
        catch (IOException)
        {
            // The holder is only told for comfort; that there is one is known already.
            return null;
        }
    }

    /// <summary>
    /// Opens for reading past the lock, which the platform's own opening respects.
    /// </summary>
    private static SafeFileHandle OpenUnlocked(string path) => OperatingSystem.IsWindows()
        ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
        : new SafeFileHandle(Open(path, 0), ownsHandle: true);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);
}
