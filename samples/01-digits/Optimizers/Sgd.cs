using System.Numerics.Tensors;

namespace ActorTune.Samples.Digits.Optimizers;

/// <summary>
/// Stochastic gradient descent: v = momentum v + g, w = w - rate v; with Nesterov's variant
/// w = w - rate (g + momentum v), v the new one (Sutskever and others, 2013).
/// </summary>
internal sealed class Sgd(int weightCount, double momentum, bool nesterov)
    : Optimizer(weightCount, 1)
{
    private protected override void Move(
        Span<double> weights, ReadOnlySpan<double> gradient, double learningRate)
    {
        Span<double> velocity = Moments[0];
        TensorPrimitives.MultiplyAdd(velocity, momentum, gradient, velocity);
        if (nesterov)
        {
            TensorPrimitives.MultiplyAdd(gradient, -learningRate, weights, weights);
            TensorPrimitives.MultiplyAdd(velocity, -learningRate * momentum, weights, weights);
        }
        else
        {
            TensorPrimitives.MultiplyAdd(velocity, -learningRate, weights, weights);
        }
    }
}
