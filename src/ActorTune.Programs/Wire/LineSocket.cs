using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace ActorTune.Programs.Wire;

/// <summary>
/// Messages over a connected socket: one reader, any number of writers, whose lines never mix.
/// </summary>
internal sealed class LineSocket : IAsyncDisposable
{
    private readonly NetworkStream _stream;
    private readonly PipeReader _reader;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly int _maxLineBytes;

    internal LineSocket(Socket socket, int maxLineBytes)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = PipeReader.Create(_stream, new StreamPipeReaderOptions(leaveOpen: true));
        _maxLineBytes = maxLineBytes;
    }

    /// <summary>The next message, or null when the other side ended the stream.</summary>
    /// <exception cref="TrialProtocolException">
    /// The line is too long, cut off or no message.
    /// </exception>
    /// <exception cref="IOException">The connection broke.</exception>
    internal async ValueTask<TrialMessage?> ReadAsync(CancellationToken stop)
    {
        while (true)
        {
            if (await FillAsync(stop).ConfigureAwait(false) is not { } result)
                return null;
            ReadOnlySequence<byte> buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
                return Take(buffer, end);
            if (buffer.Length > _maxLineBytes)
                throw TooLong();
            if (result.IsCompleted)
                return buffer.IsEmpty ? null : throw CutOff(buffer.Length);
            _reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>Writes a message's line.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    internal async ValueTask WriteAsync(TrialMessage message, CancellationToken stop)
    {
        ReadOnlyMemory<byte> line = TrialWire.Encode(message);
        if (line.Length > _maxLineBytes)
            throw TooLong();
        await _writing.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            // A line is never left half written: the wait before it may be given up, it not.
            await _stream.WriteAsync(line, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync().ConfigureAwait(false);
        _writing.Dispose();
    }

    // A side that closes with replies unread resets the connection; what it sent was read before.
    private async ValueTask<ReadResult?> FillAsync(CancellationToken stop)
    {
        try
        {
            return await _reader.ReadAsync(stop).ConfigureAwait(false);
        }
        catch (IOException reset) when (reset.InnerException is SocketException
        {
            SocketErrorCode: SocketError.ConnectionReset,
        })
        {
            return null;
        }
    }

    private TrialMessage Take(ReadOnlySequence<byte> buffer, SequencePosition end)
    {
        ReadOnlySequence<byte> line = buffer.Slice(0, end);
        if (line.Length > _maxLineBytes)
            throw TooLong();
        TrialMessage message = TrialWire.Decode(line.ToArray());
        _reader.AdvanceTo(buffer.GetPosition(1, end));
        return message;
    }

    private TrialProtocolException TooLong() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"A line of the trial's channel has over {_maxLineBytes} bytes: report less."));

    private static TrialProtocolException CutOff(long length) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The trial's channel ended in the middle of a line, after {length} bytes of it."));
}
