using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActorTune.Programs.Wire;

/// <summary>The wire form of messages: UTF-8 JSON, one object on one line.</summary>
public static class TrialWire
{
    /// <summary>The environment variable that names the channel's socket.</summary>
    public const string ChannelVariable = "ACTORTUNE_CHANNEL";

    /// <summary>The protocol's version.</summary>
    public const int Protocol = 1;

    /// <summary>The longest line that either side reads, in bytes, its end not counted.</summary>
    public const int MaxLineBytes = 1 << 20;

    // A line holds no HTML: plain characters keep paths and errors readable.
    private static readonly JsonWriterOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict =
        new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>A message's line, the line feed included.</summary>
    /// <param name="message">The message.</param>
    /// <returns>UTF-8 bytes.</returns>
    public static ReadOnlyMemory<byte> Encode(TrialMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Plain))
            MessageWriter.Write(json, message);
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>The message in a line.</summary>
    /// <param name="line">UTF-8 bytes without the line feed.</param>
    /// <returns>The message. Members that the protocol does not name are passed over.</returns>
    /// <exception cref="TrialProtocolException">The line is no message; it says why.</exception>
    public static TrialMessage Decode(ReadOnlyMemory<byte> line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line, Strict);
            return MessageReader.Read(new JsonFields(document.RootElement, "message"));
        }
        catch (Exception refused) when (refused is JsonException or ArgumentException)
        {
            throw new TrialProtocolException(
                $"A line of the trial's channel is refused: {refused.Message} The line: "
                + Excerpt(line.Span),
                refused);
        }
    }

    private static string Excerpt(ReadOnlySpan<byte> line)
    {
        const int Longest = 200;
        string text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, Longest)]);
        return line.Length > Longest ? text + "..." : text;
    }
}
