using System.Text.Json;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Comparing;

/// <summary>Where two journals part.</summary>
/// <param name="Count">How many compared events they have in common.</param>
/// <param name="LastOfLeft">The last common event, in the first journal; null: none.</param>
/// <param name="LastOfRight">The last common event, in the second journal.</param>
/// <param name="Left">The first's next event; null: it ends.</param>
/// <param name="Right">The second's next event; null: it ends.</param>
/// <param name="Parts">What was compared.</param>
internal sealed record JournalDifference(
    long Count,
    JournalEntry? LastOfLeft,
    JournalEntry? LastOfRight,
    JournalEntry? Left,
    JournalEntry? Right,
    ComparedParts Parts)
{
    internal bool AreEqual => Left is null && Right is null;

    internal void Write(TextWriter output)
    {
        string compared = Parts switch
        {
            ComparedParts.All => "events",
            ComparedParts.Decisions => "measurements and decisions",
            _ => "events (but for times, process numbers, workers and the study's name)",
        };
        if (AreEqual)
        {
            output.Write($"The journals are equal: {Count} {compared}.\n");
            return;
        }

        output.Write($"The journals part after {Count} common {compared}.\n");
        if (LastOfLeft is not null)
            output.Write($"  last common   {Place(LastOfLeft, LastOfRight!)}"
                + $"{EventText.Of(LastOfLeft.Event)}\n");
        output.Write($"  A goes on     {Text(Left)}\n");
        output.Write($"  B goes on     {Text(Right)}\n");
        foreach (FieldDifference field in Fields())
            output.Write($"    {field.Path}: {field.Left ?? "nothing"} in A, "
                + $"{field.Right ?? "nothing"} in B\n");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("equal", AreEqual);
        writer.WriteNumber("common", Count);
        writer.WriteString("compared", Numbers.Word(Parts));
        Write(writer, "last-common-a", LastOfLeft);
        Write(writer, "last-common-b", LastOfRight);
        Write(writer, "a", Left);
        Write(writer, "b", Right);
        writer.WriteStartArray("fields");
        foreach (FieldDifference field in Fields())
        {
            writer.WriteStartObject();
            writer.WriteString("path", field.Path);
            writer.WriteString("a", field.Left);
            writer.WriteString("b", field.Right);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private IEnumerable<FieldDifference> Fields()
    {
        if (Left is null || Right is null)
            return [];
        IEnumerable<FieldDifference> fields = EventText.Differences(
            ComparedForm.Of(Left.Event, Parts)!, ComparedForm.Of(Right.Event, Parts)!);
        return Parts == ComparedParts.All ? Places().Concat(fields) : fields;
    }

    private IEnumerable<FieldDifference> Places()
    {
        FieldDifference[] places =
        [
            new("(sequence)", Left!.Sequence.ToString(), Right!.Sequence.ToString()),
            new("(epoch)", Left.Epoch.ToString(), Right.Epoch.ToString()),
            new("(time)", Time(Left), Time(Right)),
        ];
        return places.Where(place => place.Left != place.Right);
    }

    private static string Time(JournalEntry entry) =>
        entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string Place(JournalEntry left, JournalEntry right) =>
        left.Sequence == right.Sequence
            ? $"event {left.Sequence}: "
            : $"event {left.Sequence} of A, {right.Sequence} of B: ";

    private static string Text(JournalEntry? entry) => entry is null
        ? "with nothing: it ends here"
        : $"with event {entry.Sequence}: {EventText.Of(entry.Event)}";

    private static void Write(Utf8JsonWriter writer, string name, JournalEntry? entry)
    {
        if (entry is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("sequence", entry.Sequence.Value);
        writer.WriteString("at", entry.At);
        writer.WritePropertyName("event");
        writer.WriteRawValue(EventText.Of(entry.Event));
        writer.WriteEndObject();
    }
}
