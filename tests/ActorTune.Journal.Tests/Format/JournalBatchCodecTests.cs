using System.Buffers;

namespace ActorTune.Journal.Tests.Format;

public sealed class JournalBatchCodecTests
{
    private static readonly Epoch One = new(1);
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_batch_is_this_text()
    {
        JournalEntry[] entries =
        [
            new(new SequenceNumber(7), new Epoch(2), Noon, new WallTimeReached()),
            new(new SequenceNumber(8), new Epoch(2), Noon.AddTicks(-3), new WallTimeReached()),
        ];
        Assert.Equal(
            """{"v":1,"first":7,"epoch":2,"at":639054576000000000,"events":["""
                + """0,{"e":"wall-time-reached","v":1},-3,{"e":"wall-time-reached","v":1}]}""",
            Encoding.UTF8.GetString(Write(entries)));
    }

    [Fact]
    public void A_batch_of_all_events_reads_back_as_it_was()
    {
        IReadOnlyList<JournalEntry> entries = JournalOperations.Number(
            new SequenceNumber(41),
            new Epoch(3),
            [.. StudyEventSamples.All.Select(sample => sample.Value)]);
        IReadOnlyList<JournalEntry> read = JournalBatchCodec.Read(Write(entries));
        Assert.Equal(entries.Select(EntryText.Of), read.Select(EntryText.Of));
    }

    [Fact]
    public void Times_come_back_as_the_same_instant_in_UTC()
    {
        var local = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(5));
        JournalEntry[] entries =
        [
            new(new SequenceNumber(1), new Epoch(1), local.AddTicks(1), new WallTimeReached()),
            new(new SequenceNumber(2), One, DateTimeOffset.MaxValue, new WallTimeReached()),
            new(new SequenceNumber(3), One, DateTimeOffset.MinValue, new WallTimeReached()),
        ];
        IReadOnlyList<JournalEntry> read = JournalBatchCodec.Read(Write(entries));
        Assert.Equal(entries.Select(entry => entry.At), read.Select(entry => entry.At));
        Assert.All(read, entry => Assert.Equal(TimeSpan.Zero, entry.At.Offset));
    }

    [Fact]
    public void A_newer_frame_is_refused()
    {
        var error = Assert.Throws<JournalException>(
            () => JournalBatchCodec.Read("""{"v":2,"first":1}"""u8));
        Assert.Equal(JournalFailure.TooNew, error.Failure);
    }

    [Fact]
    public void A_batch_cut_anywhere_is_refused()
    {
        byte[] whole = Write(JournalOperations.Number(
            SequenceNumber.None, One, StudyEventSamples.Measurement, new WallTimeReached()));
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] cut = whole[..length];
            var error = Assert.Throws<JournalException>(() => JournalBatchCodec.Read(cut));
            Assert.Equal(JournalFailure.Damaged, error.Failure);
        }
    }

    private static byte[] Write(IReadOnlyList<JournalEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>();
        JournalBatchCodec.Write(buffer, entries);
        return buffer.WrittenSpan.ToArray();
    }
}
