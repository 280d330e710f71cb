using System.Numerics.Tensors;
using ActorTune.Randomness;
using ActorTune.Samples.Digits.Images;

namespace ActorTune.Samples.Digits.Networks;

/// <summary>
/// Hidden layers of one width and a layer of scores, one for each digit. All weights lie in one
/// array, and nothing is allocated after construction. For one thread.
/// </summary>
internal sealed class MultiLayerPerceptron
{
    private readonly Activation _activation;
    private readonly LayerBuffers[] _layers;
    private readonly double[] _scratch;

    internal MultiLayerPerceptron(NetworkShape shape, Activation activation, int maxBatch)
    {
        Shape = shape;
        _activation = activation;
        MaxBatch = maxBatch;
        Weights = new double[shape.WeightCount];
        Gradient = new double[shape.WeightCount];
        _layers = [.. shape.Layers.Select(layer => new LayerBuffers(layer, maxBatch))];
        _scratch = new double[maxBatch * shape.Layers.Max(layer => layer.Outputs)];
    }

    internal NetworkShape Shape { get; }

    internal int MaxBatch { get; }

    internal double[] Weights { get; }

    /// <summary>The slopes of the mean loss by the weights, after <see cref="Backward"/>.</summary>
    internal double[] Gradient { get; }

    /// <summary>Puts images of a set in as the batch.</summary>
    internal void Load(LabelledImages images, ReadOnlySpan<int> batch)
    {
        for (int i = 0; i < batch.Length; i++)
            images.Pixels(batch[i]).CopyTo(_layers[0].InputRow(i));
    }

    /// <summary>Computes the scores of a loaded batch.</summary>
    /// <param name="count">How many images were loaded.</param>
    /// <param name="dropout">The chance that a hidden unit is off; 0 in evaluation.</param>
    /// <param name="chance">Where dropout draws from; null without dropout.</param>
    internal void Forward(int count, double dropout, RandomStream? chance)
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            DenseLayer.Forward(_layers[i], Weights, count);
            if (i + 1 == _layers.Length)
                return;
            LayerBuffers layer = _layers[i];
            int size = count * layer.Shape.Outputs;
            Span<double> outputs = layer.Outputs.AsSpan(0, size);
            Span<double> next = _layers[i + 1].Inputs.AsSpan(0, size);
            ActivationMath.Apply(_activation, layer.Sums.AsSpan(0, size), outputs);
            if (chance is null)
            {
                outputs.CopyTo(next);
                continue;
            }

            Span<double> mask = layer.Mask.AsSpan(0, size);
            Dropout.Draw(dropout, chance, mask);
            TensorPrimitives.Multiply(outputs, mask, next);
        }
    }

    /// <summary>The loss of an image of the batch; its slopes stay for the backward pass.</summary>
    internal double Loss(int image, int label) => SoftmaxCrossEntropy.Evaluate(
        _layers[^1].SumRow(image), label, _layers[^1].SlopeRow(image));

    /// <summary>The digit with the highest score, the smallest of equals.</summary>
    internal int Predict(int image) => TensorPrimitives.IndexOfMax<double>(_layers[^1].SumRow(image));

    /// <summary>
    /// Computes the gradient of the batch's mean loss, after the loss of each image was asked for.
    /// </summary>
    /// <param name="count">How many images the batch has.</param>
    /// <param name="withDropout">Whether the forward pass drew a mask.</param>
    internal void Backward(int count, bool withDropout)
    {
        Array.Clear(Gradient);
        Span<double> scores = _layers[^1].Slopes.AsSpan(0, count * LabelledImages.ClassCount);
        TensorPrimitives.Divide(scores, count, scores);
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            DenseLayer.AddGradient(_layers[i], Gradient, count);
            if (i == 0)
                return;
            LayerBuffers below = _layers[i - 1];
            int size = count * below.Shape.Outputs;
            Span<double> slopes = below.Slopes.AsSpan(0, size);
            DenseLayer.Backward(_layers[i], Weights, slopes, count);
            if (withDropout)
                TensorPrimitives.Multiply(slopes, below.Mask.AsSpan(0, size), slopes);
            ActivationMath.Differentiate(
                _activation,
                below.Sums.AsSpan(0, size),
                below.Outputs.AsSpan(0, size),
                slopes,
                _scratch);
        }
    }
}
