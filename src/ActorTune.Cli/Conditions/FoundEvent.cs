using System.Text.Json;
using ActorTune.Cli.Comparing;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Conditions;

/// <summary>The first event at which a condition holds.</summary>
/// <param name="Entry">The event.</param>
/// <param name="Terms">What the condition's terms were before it and are after it.</param>
internal sealed record FoundEvent(JournalEntry Entry, IReadOnlyList<FoundTerm> Terms)
{
    internal void Write(TextWriter output, StudyId study)
    {
        output.Write($"Event {Entry.Sequence}, {Numbers.Date(Entry.At)} UTC, is the first after "
            + "which it holds:\n");
        output.Write($"  {EventText.Of(Entry.Event)}\n");
        foreach (FoundTerm term in Terms)
            output.Write($"  {term.Text}: {term.Before} before, {term.After} after\n");
        output.Write($"See actortune replay {study} --to {Entry.Sequence}\n");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", Entry.Sequence.Value);
        writer.WriteString("at", Entry.At);
        writer.WritePropertyName("event");
        writer.WriteRawValue(EventText.Of(Entry.Event));
        writer.WriteStartArray("terms");
        foreach (FoundTerm term in Terms)
        {
            writer.WriteStartObject();
            writer.WriteString("term", term.Text);
            writer.WriteString("before", term.Before);
            writer.WriteString("after", term.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
