namespace ActorTune.Programs.Tests.Wire;

/// <summary>An engine's and a program's end of one real socket.</summary>
internal sealed class ConnectedPair : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private ConnectedPair(
        TemporaryFolder folder, TrialConnection engine, SocketTrialChannel channel)
    {
        _folder = folder;
        Engine = engine;
        Channel = channel;
        Trial = new TrialContext(channel.Assignment, channel);
    }

    internal TrialConnection Engine { get; }

    internal SocketTrialChannel Channel { get; }

    internal TrialContext Trial { get; }

    internal static async Task<ConnectedPair> CreateAsync(long? until, int credit = 64)
    {
        var folder = new TemporaryFolder();
        using TrialChannelServer server = TrialChannelServer.Listen(folder.Of("s"));
        Task<SocketTrialChannel> connecting = SocketTrialChannel.ConnectAsync(server.Path);
        TrialConnection engine = await server.AcceptAsync(default);
        await engine.AssignAsync(Assignments.In(folder.Path, until), credit, default);
        return new ConnectedPair(folder, engine, await connecting);
    }

    internal async Task<T> ReceiveAsync<T>()
        where T : TrialMessage => Assert.IsType<T>(await Engine.ReceiveAsync(default));

    internal ValueTask ReplyAsync(long report, AttemptInstruction instruction, long? until) =>
        Engine.ReplyAsync(
            report,
            new TrialReply(instruction, until is { } units ? new Resource(units) : null),
            default);

    public async ValueTask DisposeAsync()
    {
        await Channel.DisposeAsync();
        await Engine.DisposeAsync();
        _folder.Dispose();
    }
}
