using System.Buffers;
using System.Text;
using ActorTune.Programs;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>Drains a program's two streams: into its log, and line by line.</summary>
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

    /// <summary>The last line on standard error that is not blank; empty without one.</summary>
    internal string LastError { get; private set; } = string.Empty;

    /// <summary>
    /// Why a last report, whose line has no end, is none; null when there is no such line. Programs
    /// that are killed leave one.
    /// </summary>
    internal AttemptOutcome? CutOff { get; private set; }

    /// <summary>Drains standard output to its end, and passes the reports in it on.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="refuse">Told of a line that is marked as a report and is none.</param>
    /// <param name="stop">Gives up.</param>
    internal Task DrainOutputAsync(
        Stream stream, Action<AttemptOutcome> refuse, CancellationToken stop) =>
        DrainAsync(stream, _outputLines, refuse, stop);

    /// <summary>Drains standard error to its end.</summary>
    internal Task DrainErrorsAsync(Stream stream, CancellationToken stop) =>
        DrainAsync(stream, _errorLines, null, stop);

    public void Dispose() => _log.Dispose();

    private async Task DrainAsync(
        Stream stream,
        OutputLines lines,
        Action<AttemptOutcome>? refuse,
        CancellationToken stop)
    {
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(chunk, stop).ConfigureAwait(false)) > 0)
            {
                _log.Write(chunk.AsSpan(0, read));
                Split(lines, chunk.AsSpan(0, read), refuse);
                if (refuse is not null && !_channel.IsConnected)
                    await _reports.WhenCreditAsync().ConfigureAwait(false);
            }

            Split(lines, "\n"u8, refusal => CutOff = refusal);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static void Split(
        OutputLines lines,
        ReadOnlySpan<byte> bytes,
        Action<AttemptOutcome>? refuse)
    {
        try
        {
            lines.Add(bytes);
        }
        catch (InvalidMeasurementException refusal)
        {
            refuse?.Invoke(
                new AttemptOutcome(AttemptEnd.InvalidMeasurement, refusal.Message));
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
