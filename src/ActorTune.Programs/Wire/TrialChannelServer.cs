using System.Net.Sockets;

namespace ActorTune.Programs.Wire;

/// <summary>
/// A Unix domain socket on which the engine waits for one attempt's program. Its path goes to the
/// program in <see cref="TrialWire.ChannelVariable"/>. Disposing removes the socket's file.
/// </summary>
public sealed class TrialChannelServer : IDisposable
{
    private readonly Socket _listener;

    private TrialChannelServer(Socket listener, string path)
    {
        _listener = listener;
        Path = path;
    }

    /// <summary>The socket's path.</summary>
    public string Path { get; }

    /// <summary>Listens on a path, open to the present user alone.</summary>
    /// <param name="path">
    /// A path that does not exist; operating systems allow about 100 bytes, so a short folder.
    /// </param>
    /// <returns>The server; programs may connect from now on.</returns>
    /// <exception cref="ArgumentException">The path is too long.</exception>
    /// <exception cref="SocketException">The operating system refused.</exception>
    public static TrialChannelServer Listen(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        UnixDomainSocketEndPoint endPoint = EndPoint(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            listener.Bind(endPoint);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            listener.Listen(1);
            return new TrialChannelServer(listener, path);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the program.</summary>
    /// <param name="stop">Gives up.</param>
    /// <returns>The connection, which outlives this server.</returns>
    public async Task<TrialConnection> AcceptAsync(CancellationToken stop) =>
        new(await _listener.AcceptAsync(stop).ConfigureAwait(false));

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        File.Delete(Path);
    }

    internal static UnixDomainSocketEndPoint EndPoint(string path)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentOutOfRangeException tooLong)
        {
            throw new ArgumentException(
                $"The path '{path}' is too long for a socket, which takes about 100 bytes: use a "
                + "shorter folder.",
                nameof(path),
                tooLong);
        }
    }
}
