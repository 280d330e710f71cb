using System.Text.Encodings.Web;

namespace ActorTune.Journal.Format;

/// <summary>What all stored JSON has in common.</summary>
internal static class StoredJson
{
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly JsonWriterOptions Indented = Compact with { Indented = true };

    /// <summary>
    /// Options of writers. Texts stay readable: nothing stored is ever put into a page without
    /// being escaped there.
    /// </summary>
    internal static JsonWriterOptions Options(bool indented = false) =>
        indented ? Indented : Compact;

    /// <summary>Whether an error says that the bytes are not what was written.</summary>
    internal static bool IsMalformed(Exception error) => error is JsonException
        or InvalidOperationException or FormatException or ArgumentException or OverflowException
        or InvalidStudyException;
}
