using System.Numerics.Tensors;

namespace ActorTune.Samples.Digits.Optimizers;

/// <summary>
/// Adam (Kingma and Ba, 2015): m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2,
/// w = w - rate m' / (sqrt(v') + 1e-8), m' and v' freed from their start at zero by division by
/// 1 - b^t; b1 is 0.9.
/// </summary>
internal sealed class Adam(int weightCount, double beta2) : Optimizer(weightCount, 2)
{
    private const double Beta1 = 0.9;
    private const double Epsilon = 1e-8;
    private readonly double[] _step = new double[weightCount];

    private protected override void Move(
        Span<double> weights, ReadOnlySpan<double> gradient, double learningRate)
    {
        Span<double> mean = Moments[0];
        Span<double> square = Moments[1];
        Span<double> step = _step;
        TensorPrimitives.Multiply(gradient, 1 - Beta1, step);
        TensorPrimitives.MultiplyAdd(mean, Beta1, step, mean);
        TensorPrimitives.Multiply(gradient, gradient, step);
        TensorPrimitives.Multiply(step, 1 - beta2, step);
        TensorPrimitives.MultiplyAdd(square, beta2, step, square);

        double meanScale = 1 / (1 - Math.Pow(Beta1, StepCount));
        double squareScale = 1 / (1 - Math.Pow(beta2, StepCount));
        TensorPrimitives.Multiply(square, squareScale, step);
        TensorPrimitives.Sqrt(step, step);
        TensorPrimitives.Add(step, Epsilon, step);
        TensorPrimitives.Divide(mean, step, step);
        TensorPrimitives.MultiplyAdd(step, -learningRate * meanScale, weights, weights);
    }
}
