using System.Buffers;

namespace ActorTune.Journal.Format;

/// <summary>
/// The stored form of a batch, one UTF-8 text: <c>v</c>, the <c>first</c> position, the
/// <c>epoch</c>, the first entry's time <c>at</c> in ticks of 100 ns since the year 1 (UTC), and
/// the <c>events</c>, each preceded by the ticks since the entry before it.
/// </summary>
public static class JournalBatchCodec
{
    private const int Version = 1;
    private static readonly JsonEncodedText VersionName = JsonEncodedText.Encode("v");
    private static readonly JsonEncodedText FirstName = JsonEncodedText.Encode("first");
    private static readonly JsonEncodedText EpochName = JsonEncodedText.Encode("epoch");
    private static readonly JsonEncodedText AtName = JsonEncodedText.Encode("at");
    private static readonly JsonEncodedText EventsName = JsonEncodedText.Encode("events");

    /// <summary>Writes a batch.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="entries">At least one entry, numbered without a gap, all of one epoch.</param>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<JournalEntry> entries)
    {
        using var writer = new Utf8JsonWriter(output, StoredJson.Options());
        JournalEntry first = entries[0];
        writer.WriteStartObject();
        writer.WriteNumber(VersionName, Version);
        writer.WriteNumber(FirstName, first.Sequence.Value);
        writer.WriteNumber(EpochName, first.Epoch.Value);
        writer.WriteNumber(AtName, first.At.UtcTicks);
        writer.WriteStartArray(EventsName);
        long last = first.At.UtcTicks;
        for (int i = 0; i < entries.Count; i++)
        {
            long at = entries[i].At.UtcTicks;
            writer.WriteNumberValue(at - last);
            last = at;
            StudyEventCodec.Write(writer, entries[i].Event);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads a batch.</summary>
    /// <param name="payload">What <see cref="Write"/> wrote.</param>
    /// <param name="upcasters">How older events are read; null: those of this build.</param>
    /// <exception cref="JournalException">It is not whole, or of a form not known here.</exception>
    public static IReadOnlyList<JournalEntry> Read(
        ReadOnlySpan<byte> payload, Upcasters? upcasters = null)
    {
        try
        {
            Upcasters known = upcasters ?? Upcasters.Current;
            return ReadWritten(payload, known) ?? ReadBatch(payload, known);
        }
        catch (Exception error) when (StoredJson.IsMalformed(error))
        {
            throw new JournalException(
                JournalFailure.Damaged,
                $"A batch of the journal cannot be read: {error.Message}. Restore the journal "
                    + "from a copy.",
                error);
        }
    }

    /// <summary>
    /// The short cut through a batch in the form in which this build writes it, or null. Events
    /// that have no short cut of their own are read as JSON where they stand.
    /// </summary>
    internal static List<JournalEntry>? ReadWritten(
        ReadOnlySpan<byte> payload, Upcasters upcasters)
    {
        var text = new StoredText(payload);
        if (!TakesHead(ref text, out long sequence, out int epoch, out long ticks))
            return null;
        var entries = new List<JournalEntry>();
        do
        {
            if (!text.TakesInteger(out long delay) || !text.Takes(","u8))
                return null;
            ticks += delay;
            StudyEvent value = FrequentEvents.Read(ref text) ?? ReadJson(ref text, upcasters);
            entries.Add(new JournalEntry(
                new SequenceNumber(sequence++),
                new Epoch(epoch),
                new DateTimeOffset(ticks, TimeSpan.Zero),
                value));
        }
        while (text.Takes(","u8));
        return text.Takes("]}"u8) && text.Rest.IsEmpty ? entries : null;
    }

    private static bool TakesHead(
        ref StoredText text, out long sequence, out int epoch, out long ticks)
    {
        bool takes = text.TakesField("{\"v\":"u8, out long version) && version == Version;
        takes &= text.TakesField(",\"first\":"u8, out sequence);
        takes &= text.TakesField(",\"epoch\":"u8, out epoch);
        takes &= text.TakesField(",\"at\":"u8, out ticks);
        return takes && text.Takes(",\"events\":["u8);
    }

    private static StudyEvent ReadJson(ref StoredText text, Upcasters upcasters)
    {
        var reader = new Utf8JsonReader(text.Rest);
        reader.Read();
        StudyEvent value = StudyEventCodec.Read(ref reader, upcasters);
        text.Position += checked((int)reader.BytesConsumed);
        return value;
    }

    /// <summary>The batch in any form that JSON allows.</summary>
    internal static List<JournalEntry> ReadBatch(ReadOnlySpan<byte> payload, Upcasters upcasters)
    {
        var reader = new Utf8JsonReader(payload);
        Expect(ref reader, JsonTokenType.StartObject);
        long version = ReadHead(ref reader, VersionName);
        if (version != Version)
            throw new JournalException(JournalFailure.TooNew, string.Create(
                CultureInfo.InvariantCulture,
                $"The journal holds a batch in version {version}; this build reads version "
                    + $"{Version}. Use the build that wrote it or a later one."));
        long sequence = ReadHead(ref reader, FirstName);
        var epoch = new Epoch(checked((int)ReadHead(ref reader, EpochName)));
        long ticks = ReadHead(ref reader, AtName);
        ExpectName(ref reader, EventsName);
        Expect(ref reader, JsonTokenType.StartArray);
        var entries = new List<JournalEntry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ticks += reader.GetInt64();
            reader.Read();
            StudyEvent value = StudyEventCodec.Read(ref reader, upcasters);
            var at = new DateTimeOffset(ticks, TimeSpan.Zero);
            entries.Add(new JournalEntry(new SequenceNumber(sequence++), epoch, at, value));
        }

        Expect(ref reader, JsonTokenType.EndObject);
        return entries;
    }

    private static long ReadHead(ref Utf8JsonReader reader, JsonEncodedText name)
    {
        ExpectName(ref reader, name);
        Expect(ref reader, JsonTokenType.Number);
        return reader.GetInt64();
    }

    private static void ExpectName(ref Utf8JsonReader reader, JsonEncodedText name)
    {
        Expect(ref reader, JsonTokenType.PropertyName);
        if (!reader.ValueTextEquals(name.EncodedUtf8Bytes))
            throw new JsonException($"its '{name}' is missing or out of place");
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
            throw new JsonException($"expected {token}");
    }
}
