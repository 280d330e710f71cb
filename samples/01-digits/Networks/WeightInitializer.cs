using ActorTune.Randomness;

namespace ActorTune.Samples.Digits.Networks;

/// <summary>
/// Draws first weights: normal, variance 2 / inputs (He and others, 2015), 1 / inputs for tanh and
/// for the scores (LeCun and others, 1998). Biases start at zero.
/// </summary>
internal static class WeightInitializer
{
    private static readonly StreamName Stream = new("digits-weights");

    internal static void Draw(
        NetworkShape shape, Activation activation, ulong seed, Span<double> weights)
    {
        weights.Clear();
        for (int i = 0; i < shape.Layers.Count; i++)
        {
            LayerShape layer = shape.Layers[i];
            bool isLast = i + 1 == shape.Layers.Count;
            double gain = isLast || activation == Activation.Tanh ? 1 : 2;
            double deviation = Math.Sqrt(gain / layer.Inputs);
            RandomStream chance = RandomStream.For(seed, Stream, 0, i);
            foreach (ref double weight in weights[layer.Weights])
                weight = deviation * chance.NextNormal();
        }
    }
}
