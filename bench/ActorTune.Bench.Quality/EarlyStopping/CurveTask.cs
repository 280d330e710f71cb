using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>Learning curves of many configurations on one task, recorded at every step.</summary>
internal sealed class CurveTask
{
    private readonly float[] _losses;
    private readonly int _stride;

    private CurveTask(string name, float[] losses, int stride)
    {
        Name = name;
        _losses = losses;
        _stride = stride;
        double[] finals = [.. Enumerable.Range(0, Count).Select(i => Loss(i, Steps))
            .Where(double.IsFinite).Order()];
        Least = finals[0];
        Median = finals[finals.Length / 2];
    }

    internal string Name { get; }

    internal int Count => _losses.Length / _stride;

    /// <summary>The last step; step 0 is before training.</summary>
    internal int Steps => _stride - 1;

    internal double Least { get; }

    internal double Median { get; }

    /// <summary>The loss of a configuration; not finite where it diverged.</summary>
    internal double Loss(int configuration, int step) => _losses[configuration * _stride + step];

    /// <summary>
    /// Reads NAME.json (its members shape and tasks) and NAME.f32.gz, which has the losses as
    /// little-endian singles in the order task, configuration, step.
    /// </summary>
    internal static IReadOnlyList<CurveTask> Read(string path)
    {
        using JsonDocument about = JsonDocument.Parse(File.ReadAllText(path + ".json"));
        int[] shape =
            [.. about.RootElement.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32())];
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(
            File.OpenRead(path + ".f32.gz"), CompressionMode.Decompress))
            packed.CopyTo(bytes);
        float[] all = MemoryMarshal.Cast<byte, float>(bytes.ToArray()).ToArray();
        int size = shape[1] * shape[2];
        return
        [
            .. about.RootElement.GetProperty("tasks").EnumerateArray().Select((name, task) =>
                new CurveTask(
                    name.GetString()!, all[(task * size)..((task + 1) * size)], shape[2])),
        ];
    }
}
