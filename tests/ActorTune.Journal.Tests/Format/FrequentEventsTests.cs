using System.Buffers;
using ActorTune.Spaces;
using ActorTune.Strategies;

namespace ActorTune.Journal.Tests.Format;

/// <summary>The short cut of reading: it is taken, and it never reads anything else.</summary>
public sealed class FrequentEventsTests
{
    private static readonly Epoch One = new(1);

    private static readonly TrialSuggested Suggested = new(
        new TrialNumber(12),
        SuggestionOrigin.Sampler,
        new Configuration(
        [
            KeyValuePair.Create("lr", ParameterValue.Of(3e-4)),
            KeyValuePair.Create("one", ParameterValue.Of(1.0)),
            KeyValuePair.Create("layers", ParameterValue.Of(-3L)),
            KeyValuePair.Create("optimizer", ParameterValue.Of("adam")),
            KeyValuePair.Create("nesterov", ParameterValue.Of(true)),
            KeyValuePair.Create("bias", ParameterValue.Of(false)),
        ]),
        new BracketIndex(2),
        new SequenceNumber(41),
        new OfferId(3),
        new Resource(9));

    public static TheoryData<string> Frequent =>
    [
        "measurement-reported", "checkpoint-saved", "attempt-started",
        "attempt-started.in-process", "trial-suggested", "trial-promoted",
        "trial-promoted.kept", "trial-continued", "trial-paused", "trial-stopped",
        "trial-completed",
    ];

    [Theory]
    [MemberData(nameof(Frequent))]
    public void Frequent_events_are_read_by_the_short_cut(string name)
    {
        string written = EventBytes.Write(Sample(name));
        var text = new StoredText(Encoding.UTF8.GetBytes(written));
        StudyEvent? read = FrequentEvents.Read(ref text);
        Assert.NotNull(read);
        Assert.True(text.Rest.IsEmpty);
        Assert.Equal(written, EventBytes.Write(read));
    }

    [Theory]
    [MemberData(nameof(Frequent))]
    public void What_the_short_cut_reads_JSON_reads_alike_whatever_byte_is_changed(string name)
    {
        byte[] batch = Write(JournalOperations.Number(SequenceNumber.None, One, Sample(name)));
        for (int place = 0; place < batch.Length; place++)
            CompareChanged(batch, place);
    }

    private static StudyEvent Sample(string name) => name == "trial-suggested"
        ? Suggested
        : StudyEventSamples.All.Single(sample => sample.Key == name).Value;

    private static void CompareChanged(byte[] batch, int place)
    {
        byte original = batch[place];
        foreach (byte other in "0189+-.eE\"\\,:{}[] \u0001é"u8)
        {
            batch[place] = other;
            if (ShortCut(batch) is { } read)
                Assert.Equal(
                    JournalBatchCodec.ReadBatch(batch, Upcasters.Current).Select(EntryText.Of),
                    read.Select(EntryText.Of));
        }

        batch[place] = original;
    }

    private static List<JournalEntry>? ShortCut(byte[] batch)
    {
        try
        {
            return JournalBatchCodec.ReadWritten(batch, Upcasters.Current);
        }
        catch (Exception error) when (error is JournalException || StoredJson.IsMalformed(error))
        {
            // Refused, as JSON would refuse it.
            return null;
        }
    }

    private static byte[] Write(IReadOnlyList<JournalEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>();
        JournalBatchCodec.Write(buffer, entries);
        return buffer.WrittenSpan.ToArray();
    }
}
