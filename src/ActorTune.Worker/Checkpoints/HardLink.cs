using System.Runtime.InteropServices;
using ActorTune.Programs.Checkpoints;

namespace ActorTune.Worker.Checkpoints;

/// <summary>
/// A second name for a file: the file system counts the names and keeps the content until the last
/// one is gone (link(2)).
/// </summary>
internal static class HardLink
{
    /// <summary>
    /// Gives a file another name, or copies it where the file system has no second names, or the
    /// other name lies on another one.
    /// </summary>
    internal static void Create(string file, string name)
    {
        if (!OperatingSystem.IsWindows() && Link(file, name) == 0)
            return;
        File.Copy(file, name);
        DurableFolder.FlushFile(name);
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string file,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
