using System.Buffers;
using ActorTune.Journal.Format;

namespace ActorTune.Journal;

/// <summary>Writes journals as texts that other tools can read.</summary>
public static class JournalExport
{
    /// <summary>
    /// Writes one event a line: <c>{"seq":1,"epoch":1,"at":"2026-01-31T12:00:00.0000000Z",
    /// "event":{...}}</c>. <see cref="JournalImport"/> reads it back without loss.
    /// </summary>
    /// <param name="entries">The entries.</param>
    /// <param name="output">Where to; it is flushed, not closed.</param>
    /// <param name="cancellation">Gives up after a whole line.</param>
    public static async Task WriteJsonLinesAsync(
        IAsyncEnumerable<JournalEntry> entries, TextWriter output, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await foreach (JournalEntry entry in
            entries.WithCancellation(cancellation).ConfigureAwait(false))
        {
            buffer.ResetWrittenCount();
            WriteEntry(buffer, entry);
            await output.WriteAsync(Encoding.UTF8.GetString(buffer.WrittenSpan))
                .ConfigureAwait(false);
            await output.WriteAsync('\n').ConfigureAwait(false);
        }

        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes the measurements of a study as comma-separated values with a head line: trial,
    /// attempt, report, resource, every metric that any of them names, and the time. A metric
    /// that a measurement lacks is empty.
    /// </summary>
    /// <param name="journal">The journal; it is read twice, first for the metrics' names.</param>
    /// <param name="study">The study.</param>
    /// <param name="output">Where to; it is flushed, not closed.</param>
    /// <param name="cancellation">Gives up after a whole line.</param>
    public static async Task WriteMeasurementsAsync(
        IStudyJournal journal,
        StudyId study,
        TextWriter output,
        CancellationToken cancellation)
    {
        (List<string> metrics, SequenceNumber head) =
            await FindMetricsAsync(journal, study, cancellation).ConfigureAwait(false);
        string[] columns = ["trial", "attempt", "report", "resource", .. metrics, "at"];
        await output.WriteAsync(Line(columns)).ConfigureAwait(false);
        await foreach (JournalEntry entry in
            journal.ReadAsync(study, SequenceNumber.None, cancellation).ConfigureAwait(false))
        {
            // What was appended since the first pass may name metrics without a column.
            if (entry.Sequence > head)
                break;
            if (entry.Event is MeasurementReported measurement)
                await output.WriteAsync(Line(Cells(measurement, metrics, entry.At)))
                    .ConfigureAwait(false);
        }

        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }

    internal static void WriteEntry(IBufferWriter<byte> buffer, JournalEntry entry)
    {
        using var writer = new Utf8JsonWriter(buffer, StoredJson.Options());
        writer.WriteStartObject();
        writer.WriteNumber("seq", entry.Sequence.Value);
        writer.WriteNumber("epoch", entry.Epoch.Value);
        writer.WriteString("at", TimeText(entry.At));
        writer.WritePropertyName("event");
        StudyEventCodec.Write(writer, entry.Event);
        writer.WriteEndObject();
    }

    private static async Task<(List<string> Metrics, SequenceNumber Head)> FindMetricsAsync(
        IStudyJournal journal, StudyId study, CancellationToken cancellation)
    {
        var metrics = new List<string>();
        SequenceNumber head = SequenceNumber.None;
        await foreach (JournalEntry entry in
            journal.ReadAsync(study, SequenceNumber.None, cancellation).ConfigureAwait(false))
        {
            head = entry.Sequence;
            if (entry.Event is MeasurementReported measurement)
                metrics.AddRange(measurement.Metrics.Names.Except(metrics));
        }

        return (metrics, head);
    }

    private static IEnumerable<string> Cells(
        MeasurementReported measurement, List<string> metrics, DateTimeOffset at)
    {
        yield return measurement.Attempt.Trial.ToString();
        yield return measurement.Attempt.Number.ToString(CultureInfo.InvariantCulture);
        yield return measurement.Report.ToString(CultureInfo.InvariantCulture);
        yield return measurement.Resource.ToString();
        foreach (string metric in metrics)
            yield return measurement.Metrics.Find(metric)
                ?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;
        yield return TimeText(at);
    }

    /// <summary>
    /// One line after RFC 4180, but for the line's end, which is a line feed alone.
    /// </summary>
    private static string Line(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(Quote)) + '\n';

    private static string Quote(string cell) => cell.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{cell.Replace("\"", "\"\"")}\""
        : cell;

    private static string TimeText(DateTimeOffset at) =>
        at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
