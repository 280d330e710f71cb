using System.Numerics.Tensors;

namespace ActorTune.Samples.Digits.Networks;

/// <summary>
/// The matrix products of a layer, arranged as sums over contiguous rows of its weights.
/// </summary>
internal static class DenseLayer
{
    /// <summary>sums = inputs weights + biases, for each image of a batch.</summary>
    internal static void Forward(LayerBuffers layer, ReadOnlySpan<double> weights, int count)
    {
        LayerShape shape = layer.Shape;
        ReadOnlySpan<double> biases = weights[shape.Biases];
        for (int output = 0; output < shape.Outputs; output++)
        {
            ReadOnlySpan<double> row = weights[shape.Row(output)];
            for (int image = 0; image < count; image++)
                layer.SumRow(image)[output] =
                    TensorPrimitives.Dot(layer.InputRow(image), row) + biases[output];
        }
    }

    /// <summary>Adds the slopes of the loss by the weights and biases to a gradient.</summary>
    internal static void AddGradient(LayerBuffers layer, Span<double> gradient, int count)
    {
        LayerShape shape = layer.Shape;
        Span<double> biases = gradient[shape.Biases];
        for (int image = 0; image < count; image++)
            TensorPrimitives.Add(biases, layer.SlopeRow(image), biases);
        for (int output = 0; output < shape.Outputs; output++)
        {
            Span<double> row = gradient[shape.Row(output)];
            for (int image = 0; image < count; image++)
            {
                // Many units are off for an image: then there is nothing to add.
                double slope = layer.SlopeRow(image)[output];
                if (slope != 0)
                    TensorPrimitives.MultiplyAdd(layer.InputRow(image), slope, row, row);
            }
        }
    }

    /// <summary>Computes the slopes of the loss by the inputs.</summary>
    internal static void Backward(
        LayerBuffers layer, ReadOnlySpan<double> weights, Span<double> inputSlopes, int count)
    {
        LayerShape shape = layer.Shape;
        inputSlopes[..(count * shape.Inputs)].Clear();
        for (int output = 0; output < shape.Outputs; output++)
        {
            ReadOnlySpan<double> row = weights[shape.Row(output)];
            for (int image = 0; image < count; image++)
            {
                double slope = layer.SlopeRow(image)[output];
                Span<double> into = inputSlopes.Slice(image * shape.Inputs, shape.Inputs);
                if (slope != 0)
                    TensorPrimitives.MultiplyAdd(row, slope, into, into);
            }
        }
    }
}
