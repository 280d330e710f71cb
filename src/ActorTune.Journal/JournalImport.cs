using System.Runtime.CompilerServices;
using ActorTune.Journal.Format;

namespace ActorTune.Journal;

/// <summary>Reads what <see cref="JournalExport"/> wrote as JSON lines.</summary>
public static class JournalImport
{
    /// <summary>Reads one entry a line; empty lines are passed over.</summary>
    /// <param name="input">The text.</param>
    /// <param name="upcasters">How older events are read; null: those of this build.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JournalException">A line is not an entry; the message names it.</exception>
    public static async IAsyncEnumerable<JournalEntry> ReadJsonLinesAsync(
        TextReader input,
        Upcasters? upcasters = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        int number = 0;
        while (await input.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return ReadLine(line, number, upcasters);
        }
    }

    private static JournalEntry ReadLine(string line, int number, Upcasters? upcasters)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            var fields = new ObjectFields("an entry", document.RootElement);
            var entry = new JournalEntry(
                new SequenceNumber(fields.Take("seq").GetInt64()),
                new Epoch(fields.Integer("epoch")),
                fields.Take("at").GetDateTimeOffset(),
                ReadEvent(fields.Take("event"), upcasters));
            fields.Finish();
            return entry;
        }
        catch (Exception error) when (StoredJson.IsMalformed(error))
        {
            throw Refuse(number, JournalFailure.Damaged, error);
        }
        catch (JournalException error)
        {
            throw Refuse(number, error.Failure, error);
        }
    }

    private static StudyEvent ReadEvent(JsonElement element, Upcasters? upcasters)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(element.GetRawText()));
        reader.Read();
        return StudyEventCodec.Read(ref reader, upcasters);
    }

    private static JournalException Refuse(int number, JournalFailure failure, Exception error) =>
        new(
            failure,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Line {number} is not an entry of a journal: {error.Message}"),
            error);
}
