using System.Globalization;
using System.IO.Compression;

namespace ActorTune.Samples.Digits.Images;

/// <summary>Reads the images that come with the sample.</summary>
internal static class DigitsReader
{
    private const string Resource = "digits.csv.gz";
    private const double Darkest = 16;

    internal static LabelledImages Read()
    {
        using Stream packed = typeof(DigitsReader).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{Resource}'.");
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var pixels = new List<double>();
        var labels = new List<byte>();
        while (lines.ReadLine() is { } line)
            ReadImage(line, pixels, labels);
        return new LabelledImages([.. pixels], [.. labels]);
    }

    private static void ReadImage(string line, List<double> pixels, List<byte> labels)
    {
        string[] fields = line.Split(',');
        if (fields.Length != LabelledImages.PixelCount + 1)
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"Image {labels.Count} has {fields.Length} fields, not 65."));
        for (int i = 0; i < LabelledImages.PixelCount; i++)
            pixels.Add(int.Parse(fields[i], CultureInfo.InvariantCulture) / Darkest);
        labels.Add(byte.Parse(fields[^1], CultureInfo.InvariantCulture));
    }
}
