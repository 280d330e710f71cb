using System.Buffers;
using System.Text;
using System.Text.Json;
using ActorTune.Journal.Format;
using ActorTune.Studies;

namespace ActorTune.TestKit.Journal;

/// <summary>
/// Entries as texts, to compare them: specifications have no equality of their own, but equal ones
/// have equal stored forms.
/// </summary>
public static class EntryText
{
    /// <summary>Position, epoch, time in ticks and the event's stored form.</summary>
    /// <param name="entry">The entry.</param>
    public static string Of(JournalEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            StudyEventCodec.Write(writer, entry.Event);
        string text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return FormattableString.Invariant(
            $"{entry.Sequence} {entry.Epoch} {entry.At.UtcTicks} {text}");
    }
}
