using System.Globalization;
using System.IO.Compression;
using TorchSharp;
using static TorchSharp.torch;

namespace ActorTune.Samples.ConvolutionalDigits;

/// <summary>1,797 images of 8 by 8 pixels: three fifths to train on, two to judge by.</summary>
internal sealed record Digits(Tensor Images, Tensor Labels)
{
    private const float Darkest = 16;
    private static readonly Lazy<(Digits Training, Digits Validation)> OnlyOnce = new(Read);

    internal static Digits Training => OnlyOnce.Value.Training;

    internal static Digits Validation => OnlyOnce.Value.Validation;

    internal Digits To(Device device) => new(Images.to(device), Labels.to(device));

    private static (Digits Training, Digits Validation) Read()
    {
        using Stream packed =
            typeof(Digits).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var rows = new List<float[]>();
        while (lines.ReadLine() is { } line)
            rows.Add([.. line.Split(',').Select(field =>
                float.Parse(field, CultureInfo.InvariantCulture))]);
        return (
            Of([.. rows.Where((_, row) => row % 5 < 3)]),
            Of([.. rows.Where((_, row) => row % 5 >= 3)]));
    }

    private static Digits Of(float[][] rows)
    {
        float[] pixels = [.. rows.SelectMany(row => row.SkipLast(1)).Select(p => p / Darkest)];
        long[] labels = [.. rows.Select(row => (long)row[^1])];
        return new Digits(tensor(pixels).reshape(rows.Length, 1, 8, 8), tensor(labels));
    }
}
