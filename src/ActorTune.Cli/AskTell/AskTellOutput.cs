using System.Text.Json;

namespace ActorTune.Cli.AskTell;

/// <summary>Forms that several answers share.</summary>
internal static class AskTellOutput
{
    /// <summary>Writes the resource of a trial's next decision; its own end is left out.</summary>
    internal static void WriteUntil(this Utf8JsonWriter writer, Resource? until)
    {
        if (until is { } level)
            writer.WriteNumber("until", level.Units);
    }
}
