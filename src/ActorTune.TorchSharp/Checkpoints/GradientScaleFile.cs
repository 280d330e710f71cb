using System.Text.Json;
using ActorTune.TorchSharp.Training;

namespace ActorTune.TorchSharp.Checkpoints;

/// <summary>The stored form of a gradient scale.</summary>
internal static class GradientScaleFile
{
    internal static void Write(string path, DynamicGradientScale scale)
    {
        using FileStream file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteNumber("scale", scale.Value);
        json.WriteNumber("good-steps", scale.GoodSteps);
        json.WriteEndObject();
    }

    /// <summary>
    /// Changes nothing without a file: a trial may go on from one of another precision.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    internal static void Read(string path, DynamicGradientScale scale)
    {
        if (!File.Exists(path))
            return;
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            scale.Restore(
                json.RootElement.GetProperty("scale").GetDouble(),
                json.RootElement.GetProperty("good-steps").GetInt32());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException(
                $"The file '{path}' does not hold a gradient scale, or is damaged: "
                + $"{error.Message}");
        }
    }
}
