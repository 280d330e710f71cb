using System.Buffers;

namespace ActorTune.Journal.Tests;

/// <summary>Events to texts and back.</summary>
internal static class EventBytes
{
    internal static string Write(StudyEvent value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, StoredJson.Options()))
            StudyEventCodec.Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static StudyEvent Read(string text, Upcasters? upcasters = null)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        reader.Read();
        StudyEvent value = StudyEventCodec.Read(ref reader, upcasters);
        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        Assert.False(reader.Read());
        return value;
    }
}
