using System.Buffers.Binary;
using System.Text.Json;

namespace ActorTune.TorchSharp.Checkpoints;

/// <summary>
/// Named tensors in a file that any library reads and that runs no code when it is read: eight
/// bytes with the length of a JSON header, the header with each tensor's type, shape and place,
/// and the bytes (the safetensors format, https://github.com/huggingface/safetensors).
/// </summary>
public static class SafeTensors
{
    private const int LongestHeader = 100_000_000;

    /// <summary>Writes tensors in the ordinal order of their names.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="tensors">The tensors, on any device.</param>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        KeyValuePair<string, Tensor>[] ordered =
            [.. tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal)];
        using FileStream file = File.Create(path);
        byte[] header = Header(ordered);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        file.Write(length);
        file.Write(header);
        foreach ((_, Tensor tensor) in ordered)
        {
            using DisposeScope scope = NewDisposeScope();
            file.Write(tensor.detach().cpu().contiguous().bytes);
        }
    }

    /// <summary>Reads all tensors of a file into the host's memory.</summary>
    /// <param name="path">The file.</param>
    /// <returns>New tensors; whoever asked disposes them.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or of another kind.</exception>
    public static Dictionary<string, Tensor> Read(string path)
    {
        byte[] all = File.ReadAllBytes(path);
        long length = all.Length < sizeof(long)
            ? -1
            : BinaryPrimitives.ReadInt64LittleEndian(all);
        if (length is < 2 or > LongestHeader || length > all.Length - sizeof(long))
            throw Damaged(path, "its header is cut off");
        ReadOnlyMemory<byte> header = all.AsMemory(sizeof(long), (int)length);
        ReadOnlySpan<byte> data = all.AsSpan(sizeof(long) + (int)length);
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        try
        {
            using JsonDocument document = JsonDocument.Parse(header);
            foreach (JsonProperty entry in document.RootElement.EnumerateObject())
            {
                if (entry.Name != "__metadata__")
                    tensors.Add(entry.Name, ReadTensor(entry.Value, data));
            }
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException or ArgumentException)
        {
            foreach (Tensor tensor in tensors.Values)
                tensor.Dispose();
            throw Damaged(path, error.Message);
        }

        return tensors;
    }

    private static Tensor ReadTensor(JsonElement entry, ReadOnlySpan<byte> data)
    {
        ScalarType type = TensorTypes.Parse(entry.GetProperty("dtype").GetString()!);
        long[] shape =
            [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        JsonElement offsets = entry.GetProperty("data_offsets");
        ReadOnlySpan<byte> bytes = data[offsets[0].GetInt32()..offsets[1].GetInt32()];
        Tensor tensor = zeros(shape, dtype: type);
        if (tensor.NumberOfElements * tensor.ElementSize != bytes.Length)
        {
            tensor.Dispose();
            throw new FormatException($"a tensor of {bytes.Length} bytes does not fit its shape");
        }

        tensor.bytes = bytes.ToArray();
        return tensor;
    }

    private static byte[] Header(KeyValuePair<string, Tensor>[] tensors)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            long place = 0;
            json.WriteStartObject();
            foreach ((string name, Tensor tensor) in tensors)
            {
                long end = place + (tensor.NumberOfElements * tensor.ElementSize);
                json.WriteStartObject(name);
                json.WriteString("dtype", TensorTypes.NameOf(tensor.dtype));
                WriteNumbers(json, "shape", tensor.shape);
                WriteNumbers(json, "data_offsets", [place, end]);
                json.WriteEndObject();
                place = end;
            }

            json.WriteEndObject();
        }

        // The data begin at a multiple of eight bytes, as the format asks.
        while (output.Length % sizeof(long) != 0)
            output.WriteByte((byte)' ');
        return output.ToArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static InvalidDataException Damaged(string path, string how) =>
        new($"The file '{path}' does not hold tensors, or is damaged: {how}.");
}
