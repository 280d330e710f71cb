using System.Net.Sockets;

namespace ActorTune.Programs.Wire;

/// <summary>
/// The engine's side of one trial program's channel. Messages are read by one caller at a time;
/// any number may send. Dispose it to hang up.
/// </summary>
public sealed class TrialConnection : IAsyncDisposable
{
    private readonly LineSocket _lines;

    /// <summary>Takes over a connected socket.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="maxLineBytes">The longest line that is read, in bytes.</param>
    public TrialConnection(Socket socket, int maxLineBytes = TrialWire.MaxLineBytes)
    {
        ArgumentNullException.ThrowIfNull(socket);
        _lines = new LineSocket(socket, maxLineBytes);
    }

    /// <summary>Reads hello and answers with the attempt.</summary>
    /// <param name="assignment">What the attempt is given.</param>
    /// <param name="credit">How many reports may be unacknowledged, at least 1.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What the program said.</returns>
    /// <exception cref="TrialProtocolException">It said something else.</exception>
    /// <exception cref="TrialChannelClosedException">It hung up.</exception>
    public async ValueTask<HelloMessage> AssignAsync(
        TrialAssignment assignment, int credit, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        ArgumentOutOfRangeException.ThrowIfLessThan(credit, 1);
        TrialMessage? first = await _lines.ReadAsync(stop).ConfigureAwait(false);
        if (first is null)
            throw new TrialChannelClosedException(
                "The trial program hung up before it said hello.");
        if (first is not HelloMessage hello)
            throw new TrialProtocolException(
                $"A trial program says hello first, got {MessageNames.TypeOf(first)}.");
        if (hello.Protocol != TrialWire.Protocol)
            throw new TrialProtocolException(
                $"The trial program ({hello.Client}) speaks protocol {hello.Protocol}, the engine "
                + $"{TrialWire.Protocol}: give it the library that belongs to this engine.");
        await _lines.WriteAsync(new AssignmentMessage(assignment, credit), stop)
            .ConfigureAwait(false);
        return hello;
    }

    /// <summary>The program's next message: a report, a checkpoint or its end.</summary>
    /// <param name="stop">Gives up.</param>
    /// <returns>The message, or null when the program hung up.</returns>
    /// <exception cref="TrialProtocolException">It sent something else.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public async ValueTask<TrialMessage?> ReceiveAsync(CancellationToken stop)
    {
        TrialMessage? message = await _lines.ReadAsync(stop).ConfigureAwait(false);
        return message is null or ReportMessage or CheckpointMessage or EndMessage
            ? message
            : throw new TrialProtocolException(
                "A trial program sends reports, checkpoints and its end, got "
                + $"{MessageNames.TypeOf(message)}.");
    }

    /// <summary>
    /// Acknowledges reports and says what stands; at any time, also unasked: the program takes it
    /// in with its next report.
    /// </summary>
    /// <param name="report">The last report acknowledged; 0 before any.</param>
    /// <param name="reply">What the attempt does now.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>A task that ends when the line is written.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public ValueTask ReplyAsync(long report, TrialReply reply, CancellationToken stop) =>
        _lines.WriteAsync(new ReplyMessage(report, reply), stop);

    /// <summary>Tells the program to end before its next report.</summary>
    /// <param name="stop">Gives up.</param>
    /// <returns>A task that ends when the line is written.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public ValueTask StopAsync(CancellationToken stop) =>
        _lines.WriteAsync(new StopMessage(), stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lines.DisposeAsync();
}
