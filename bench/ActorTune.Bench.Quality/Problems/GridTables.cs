using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using ActorTune.Spaces;

namespace ActorTune.Bench.Quality.Problems;

/// <summary>
/// Recorded results of every configuration of a grid, several tasks in a file: NAME.json with the
/// members shape, space, direction and tasks, and NAME.f32.gz with little-endian singles by task
/// and configuration, the first parameter the slowest. Words are categories; numbers are ordinal.
/// Problems are named NAME-0 and so on.
/// </summary>
internal static class GridTables
{
    internal static IEnumerable<TuningProblem> Read(string path)
    {
        using JsonDocument about = JsonDocument.Parse(File.ReadAllText(path + ".json"));
        Parameter[] parameters =
            [.. about.RootElement.GetProperty("space").EnumerateArray().Select(Read)];
        bool isMaximized = about.RootElement.GetProperty("direction").GetString() == "maximize";
        int tasks = about.RootElement.GetProperty("tasks").GetArrayLength();
        float[] all = Singles(path + ".f32.gz");
        int size = all.Length / tasks;
        for (int task = 0; task < tasks; task++)
            yield return Problem(
                string.Create(
                    CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}-{task}"),
                parameters,
                [.. all[(task * size)..((task + 1) * size)]
                    .Select(value => isMaximized ? -(double)value : value)]);
    }

    private static TuningProblem Problem(string name, Parameter[] parameters, double[] values) =>
        new(
            name,
            new SearchSpace(parameters),
            (configuration, _) => values[Row(parameters, configuration)],
            values.Min());

    private static int Row(Parameter[] parameters, Configuration configuration)
    {
        int row = 0;
        foreach (Parameter parameter in parameters)
        {
            int count = (int)parameter.ValueCount!.Value;
            double unit = parameter.Encode(configuration[parameter.Name]);
            row = row * count + (int)(unit * count);
        }

        return row;
    }

    private static Parameter Read(JsonElement parameter)
    {
        string name = parameter[0].GetString()!;
        JsonElement[] values = [.. parameter[1].EnumerateArray()];
        return values[0].ValueKind == JsonValueKind.String
            ? new CategoricalParameter(name, [.. values.Select(value => value.GetString()!)])
            : new OrdinalParameter(
                name, [.. values.Select(value => ParameterValue.Of(value.GetDouble()))]);
    }

    private static float[] Singles(string path)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            packed.CopyTo(bytes);
        return MemoryMarshal.Cast<byte, float>(bytes.ToArray()).ToArray();
    }
}
