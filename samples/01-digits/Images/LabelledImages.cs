namespace ActorTune.Samples.Digits.Images;

/// <summary>Images as rows of pixels in [0, 1], each with its digit.</summary>
internal sealed class LabelledImages
{
    internal const int PixelCount = 64;
    internal const int ClassCount = 10;

    private readonly double[] _pixels;
    private readonly byte[] _labels;

    internal LabelledImages(double[] pixels, byte[] labels)
    {
        _pixels = pixels;
        _labels = labels;
    }

    internal int Count => _labels.Length;

    internal ReadOnlySpan<double> Pixels(int image) =>
        _pixels.AsSpan(image * PixelCount, PixelCount);

    internal byte Label(int image) => _labels[image];

    /// <summary>Some of the images, in the order of their positions.</summary>
    internal LabelledImages Select(IReadOnlyList<int> images)
    {
        var pixels = new double[images.Count * PixelCount];
        var labels = new byte[images.Count];
        for (int i = 0; i < images.Count; i++)
        {
            Pixels(images[i]).CopyTo(pixels.AsSpan(i * PixelCount));
            labels[i] = Label(images[i]);
        }

        return new LabelledImages(pixels, labels);
    }
}
