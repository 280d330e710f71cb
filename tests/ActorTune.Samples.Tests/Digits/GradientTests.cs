using ActorTune.Randomness;
using ActorTune.Samples.Digits.Images;
using ActorTune.Samples.Digits.Networks;

namespace ActorTune.Samples.Tests.Digits;

/// <summary>The gradient against central differences of the loss, in double precision.</summary>
public sealed class GradientTests
{
    private const int BatchSize = 7;
    private const double Step = 1e-5;

    [Theory]
    [InlineData(Activation.Relu, 1, 0, 0, 0)]
    [InlineData(Activation.Tanh, 1, 0, 0, 0)]
    [InlineData(Activation.Gelu, 1, 0, 0, 0)]
    [InlineData(Activation.Relu, 3, 0.3, 0, 0)]
    [InlineData(Activation.Tanh, 3, 0.3, 0, 0)]
    [InlineData(Activation.Gelu, 3, 0.3, 0, 0)]
    [InlineData(Activation.Gelu, 2, 0, 0.1, 0)]
    [InlineData(Activation.Gelu, 2, 0, 0, 0.1)]
    [InlineData(Activation.Tanh, 2, 0.5, 0.01, 0.02)]
    public void It_is_the_slope_of_the_loss(
        Activation activation, int layers, double dropout, double decay, double l1)
    {
        var network = new MultiLayerPerceptron(new NetworkShape(layers, 6), activation, BatchSize);
        WeightInitializer.Draw(network.Shape, activation, 5, network.Weights);

        // Biases at zero would leave units whose inputs are all off on the kink of relu.
        foreach (LayerShape layer in network.Shape.Layers)
            network.Weights.AsSpan(layer.Biases).Fill(0.05);
        var penalty = new WeightPenalty(decay, l1);
        Loss(network, penalty, dropout);
        network.Backward(BatchSize, dropout > 0);
        penalty.AddGradient(network.Shape, network.Weights, network.Gradient);
        double[] gradient = [.. network.Gradient];

        for (int i = 0; i < network.Weights.Length; i += 3)
        {
            double weight = network.Weights[i];
            network.Weights[i] = weight + Step;
            double above = Loss(network, penalty, dropout);
            network.Weights[i] = weight - Step;
            double below = Loss(network, penalty, dropout);
            network.Weights[i] = weight;

            double slope = (above - below) / (2 * Step);
            Assert.True(
                Math.Abs(slope - gradient[i]) < 1e-7 + 1e-5 * Math.Abs(slope),
                $"weight {i}: difference {slope}, gradient {gradient[i]}");
        }
    }

    [Fact]
    public void Scores_too_large_for_an_exponential_have_a_loss()
    {
        double[] slopes = new double[3];

        double loss = SoftmaxCrossEntropy.Evaluate([2000, 1000, -1000], 1, slopes);

        Assert.Equal(1000, loss);
        Assert.Equal([1, -1, 0], slopes);
    }

    // The stream is opened anew, so that every evaluation draws the same mask.
    private static double Loss(MultiLayerPerceptron network, WeightPenalty penalty, double dropout)
    {
        LabelledImages images = DigitsSplit.Shared.Training;
        int[] batch = [.. Enumerable.Range(0, BatchSize).Select(i => i * 150)];
        RandomStream? chance = dropout > 0
            ? RandomStream.For(1, new StreamName("mask"), 0, 0)
            : null;
        network.Load(images, batch);
        network.Forward(BatchSize, dropout, chance);
        double loss = 0;
        for (int i = 0; i < BatchSize; i++)
            loss += network.Loss(i, images.Label(batch[i])) / BatchSize;
        return loss + penalty.Value(network.Shape, network.Weights);
    }
}
