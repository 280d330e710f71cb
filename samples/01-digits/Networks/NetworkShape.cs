using ActorTune.Samples.Digits.Images;

namespace ActorTune.Samples.Digits.Networks;

/// <summary>The layers of a network, and how many weights they have together.</summary>
internal sealed class NetworkShape
{
    /// <summary>Lays out hidden layers of one width before the layer of classes.</summary>
    internal NetworkShape(int hiddenLayers, int units)
    {
        var layers = new List<LayerShape>();
        int inputs = LabelledImages.PixelCount;
        int offset = 0;
        for (int i = 0; i <= hiddenLayers; i++)
        {
            int outputs = i == hiddenLayers ? LabelledImages.ClassCount : units;
            layers.Add(new LayerShape(offset, inputs, outputs));
            offset = layers[^1].End;
            inputs = outputs;
        }

        Layers = layers;
        WeightCount = offset;
    }

    internal IReadOnlyList<LayerShape> Layers { get; }

    /// <summary>All weights and biases.</summary>
    internal int WeightCount { get; }
}
