using ActorTune.Programs.Wire;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>
/// The socket of one attempt, in a folder of its own that only this user can enter. The folder lies
/// among the temporary files, as a socket's path may have about 100 bytes and an attempt's is
/// longer.
/// </summary>
internal sealed class ChannelSocket : IDisposable
{
    private const string Prefix = "actortune-";
    private const int LongestTemporaryPath = 64;

    private ChannelSocket(TrialChannelServer server) => Server = server;

    internal TrialChannelServer Server { get; }

    internal static ChannelSocket Listen()
    {
        string folder = Path.GetTempPath().Length <= LongestTemporaryPath
            ? Directory.CreateTempSubdirectory(Prefix).FullName
            : CreateShort();
        return new ChannelSocket(TrialChannelServer.Listen(Path.Combine(folder, "s")));
    }

    /// <summary>Removes what a dead engine left of a socket.</summary>
    internal static void Remove(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        bool isOurs = folder is not null && Path.GetFileName(path) == "s"
            && Path.GetFileName(folder).StartsWith(Prefix, StringComparison.Ordinal);
        if (isOurs && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    public void Dispose()
    {
        Server.Dispose();
        Remove(Server.Path);
    }

    private static string CreateShort()
    {
        string folder = Path.Combine("/tmp", Prefix + Guid.NewGuid().ToString("N")[..12]);
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}
