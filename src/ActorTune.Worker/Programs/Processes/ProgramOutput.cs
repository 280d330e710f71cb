using System.Buffers;
using System.Text;
using ActorTune.Programs;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>Drains a program's two streams: into its log, and line by line where lines matter.</summary>
internal sealed class ProgramOutput : IDisposable
{
    private const int ChunkBytes = 32 * 1024;
    private const int LongestReportBytes = 64 * 1024;
    private const int LongestErrorBytes = 400;

    private readonly OutputLog _log;
    private readonly AttemptReports _reports;
    private readonly ProcessChannel _channel;
    private readonly OutputLines _outputLines;
    private readonly OutputLines _errorLines;

    internal ProgramOutput(OutputLog log, AttemptReports reports, ProcessChannel channel)
    {
        _log = log;
        _reports = reports;
        _channel = channel;
        _outputLines = new OutputLines(LongestReportBytes, TakeOutput);
        _errorLines = new OutputLines(LongestErrorBytes, TakeError);
    }

    /// <summary>The last line on standard error that is not blank; empty when there is none.</summary>
    internal string LastError { get; private set; } = string.Empty;

    /// <summary>Drains standard output to its end, and passes the reports in it on.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="refused">Told of a line that is marked as a report and is none.</param>
    /// <param name="stop">Gives up.</param>
    internal Task DrainOutputAsync(
        Stream stream, Action<InvalidMeasurementException> refused, CancellationToken stop) =>
        DrainAsync(stream, _outputLines, refused, stop);

    /// <summary>Drains standard error to its end.</summary>
    internal Task DrainErrorsAsync(Stream stream, CancellationToken stop) =>
        DrainAsync(stream, _errorLines, null, stop);

    public void Dispose() => _log.Dispose();

    private async Task DrainAsync(
        Stream stream,
        OutputLines lines,
        Action<InvalidMeasurementException>? refused,
        CancellationToken stop)
    {
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(chunk, stop).ConfigureAwait(false)) > 0)
            {
                _log.Write(chunk.AsSpan(0, read));
                Split(lines, chunk.AsSpan(0, read), refused);
                if (refused is not null && !_channel.IsConnected)
                    await _reports.WhenCreditAsync().ConfigureAwait(false);
            }

            Split(lines, "\n"u8, refused);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static void Split(
        OutputLines lines,
        ReadOnlySpan<byte> bytes,
        Action<InvalidMeasurementException>? refused)
    {
        try
        {
            lines.Add(bytes);
        }
        catch (InvalidMeasurementException refusal)
        {
            refused?.Invoke(refusal);
        }
    }

    private void TakeOutput(ReadOnlySpan<byte> line, bool isCut)
    {
        if (!line.StartsWith(OneWayReport.Marker))
            return;
        if (isCut)
            throw new InvalidMeasurementException(
                $"A report on standard output is longer than {LongestReportBytes} bytes: report "
                + "fewer metrics.");
        if (_channel.IsConnected)
            throw new InvalidMeasurementException(
                "The program reports on its standard output and on the channel: report one way or "
                + "the other.");
        (Resource resource, MetricSet metrics) = OneWayReport.Parse(line);
        _reports.Take(resource, metrics);
    }

    private void TakeError(ReadOnlySpan<byte> line, bool isCut)
    {
        string text = Encoding.UTF8.GetString(line).Trim();
        if (text.Length > 0)
            LastError = isCut ? text + "..." : text;
    }
}
