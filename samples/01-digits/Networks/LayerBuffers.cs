namespace ActorTune.Samples.Digits.Networks;

/// <summary>
/// What one layer keeps of a batch between the forward and the backward pass, a row for each
/// image; made once for the largest batch.
/// </summary>
internal sealed class LayerBuffers
{
    internal LayerBuffers(LayerShape shape, int maxBatch)
    {
        Shape = shape;
        Inputs = new double[maxBatch * shape.Inputs];
        Sums = new double[maxBatch * shape.Outputs];
        Outputs = new double[maxBatch * shape.Outputs];
        Mask = new double[maxBatch * shape.Outputs];
        Slopes = new double[maxBatch * shape.Outputs];
    }

    internal LayerShape Shape { get; }

    /// <summary>What the layer was given.</summary>
    internal double[] Inputs { get; }

    /// <summary>The weighted sums.</summary>
    internal double[] Sums { get; }

    /// <summary>The activations of the sums, before dropout.</summary>
    internal double[] Outputs { get; }

    /// <summary>What dropout multiplied the outputs by.</summary>
    internal double[] Mask { get; }

    /// <summary>The slopes of the loss by the sums.</summary>
    internal double[] Slopes { get; }

    internal Span<double> InputRow(int image) => Row(Inputs, image, Shape.Inputs);

    internal Span<double> SumRow(int image) => Row(Sums, image, Shape.Outputs);

    internal Span<double> SlopeRow(int image) => Row(Slopes, image, Shape.Outputs);

    private static Span<double> Row(double[] rows, int image, int width) =>
        rows.AsSpan(image * width, width);
}
