using System.Net.Sockets;

namespace ActorTune.Programs.Wire;

/// <summary>
/// The program's side of its channel. It reads the engine's replies while the program trains, so
/// that a report below a barrier costs one write.
/// </summary>
public sealed class SocketTrialChannel : ITrialChannel, IAsyncDisposable
{
    private readonly LineSocket _lines;
    private readonly StandingReply _standing;
    private readonly int _credit;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _hangUp = new();
    private readonly Task _reading;
    private int _isDisposed;

    private SocketTrialChannel(LineSocket lines, AssignmentMessage message)
    {
        _lines = lines;
        _credit = message.Credit;
        _standing = new StandingReply(message.Assignment.Until);
        Assignment = message.Assignment;
        Stop = _stop.Token;
        _reading = ReadRepliesAsync();
    }

    /// <summary>What the attempt is given.</summary>
    public TrialAssignment Assignment { get; }

    /// <summary>
    /// Cancelled when the engine tells the attempt to end before its next report, or is gone.
    /// </summary>
    public CancellationToken Stop { get; }

    /// <summary>Connects to the engine, says hello and takes the attempt.</summary>
    /// <param name="path">The socket's path, from <see cref="TrialWire.ChannelVariable"/>.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The channel.</returns>
    /// <exception cref="TrialChannelClosedException">The engine is not there.</exception>
    /// <exception cref="TrialProtocolException">It sent something else than an attempt.</exception>
    public static async Task<SocketTrialChannel> ConnectAsync(
        string path, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var lines = default(LineSocket);
        try
        {
            await socket.ConnectAsync(TrialChannelServer.EndPoint(path), stop)
                .ConfigureAwait(false);
            lines = new LineSocket(socket, TrialWire.MaxLineBytes);
            AssignmentMessage greeted = await GreetAsync(lines, stop).ConfigureAwait(false);
            return new SocketTrialChannel(lines, greeted);
        }
        catch (Exception failure)
        {
            socket.Dispose();
            if (lines is not null)
                await lines.DisposeAsync().ConfigureAwait(false);
            if (failure is SocketException or IOException)
                throw new TrialChannelClosedException(
                    $"The engine does not answer on '{path}': {failure.Message}", failure);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<TrialReply> ReportAsync(
        long report,
        Resource resource,
        MetricSet metrics,
        bool isBarrier,
        CancellationToken stop)
    {
        await SendAsync(new ReportMessage(report, resource, metrics, isBarrier), stop)
            .ConfigureAwait(false);
        return await _standing.WaitAsync(report, resource, isBarrier, _credit, stop)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask AnnounceCheckpointAsync(
        Resource resource, string folder, CancellationToken stop)
    {
        await SendAsync(new CheckpointMessage(resource, folder), stop).ConfigureAwait(false);
        _standing.CheckpointAnnounced();
    }

    /// <summary>Says how the attempt ended; the last message.</summary>
    /// <param name="outcome">The end and its error.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>A task that ends when the line is written.</returns>
    /// <exception cref="TrialChannelClosedException">The engine is gone.</exception>
    public ValueTask EndAsync(AttemptOutcome outcome, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return SendAsync(new EndMessage(outcome), stop);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        await _hangUp.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        await _lines.DisposeAsync().ConfigureAwait(false);
        _hangUp.Dispose();
        _stop.Dispose();
    }

    private static async Task<AssignmentMessage> GreetAsync(
        LineSocket lines, CancellationToken stop)
    {
        await lines.WriteAsync(new HelloMessage(TrialWire.Protocol, ClientName()), stop)
            .ConfigureAwait(false);
        TrialMessage? answer = await lines.ReadAsync(stop).ConfigureAwait(false);
        return answer switch
        {
            AssignmentMessage assignment => assignment,
            null => throw new TrialChannelClosedException("The engine hung up without an attempt."),
            _ => throw new TrialProtocolException(
                $"The engine answers hello with an assignment, got {MessageNames.TypeOf(answer)}."),
        };
    }

    private static string ClientName() =>
        $"actortune-dotnet/{typeof(SocketTrialChannel).Assembly.GetName().Version}";

    private async ValueTask SendAsync(TrialMessage message, CancellationToken stop)
    {
        try
        {
            await _lines.WriteAsync(message, stop).ConfigureAwait(false);
        }
        catch (IOException broken)
        {
            throw new TrialChannelClosedException(
                $"The engine is gone: {broken.Message}", broken);
        }
    }

    private async Task ReadRepliesAsync()
    {
        try
        {
            while (await _lines.ReadAsync(_hangUp.Token).ConfigureAwait(false) is { } message)
                await TakeAsync(message).ConfigureAwait(false);
            _standing.Fail(new TrialChannelClosedException("The engine hung up."));
        }
        catch (OperationCanceledException) when (_hangUp.IsCancellationRequested)
        {
            _standing.Fail(new TrialChannelClosedException("The channel was closed here."));
            return;
        }
        catch (Exception broken) when (broken is IOException or TrialProtocolException)
        {
            _standing.Fail(broken);
        }

        await _stop.CancelAsync().ConfigureAwait(false);
    }

    private async Task TakeAsync(TrialMessage message)
    {
        switch (message)
        {
            case ReplyMessage reply:
                _standing.Take(reply);
                break;
            case StopMessage:
                _standing.Stop();
                await _stop.CancelAsync().ConfigureAwait(false);
                break;
            default:
                throw new TrialProtocolException(
                    $"The engine sends replies and stop, got {MessageNames.TypeOf(message)}.");
        }
    }
}
