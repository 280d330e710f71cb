namespace ActorTune.Samples.Digits.Networks;

/// <summary>
/// Holds weights small: adds decay / 2 times the sum of their squares and l1 times the sum of their
/// sizes to the loss. Biases are free.
/// </summary>
internal readonly record struct WeightPenalty(double Decay, double L1)
{
    internal bool IsNone => Decay == 0 && L1 == 0;

    internal double Value(NetworkShape shape, ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (LayerShape layer in shape.Layers)
        {
            foreach (double weight in weights[layer.Weights])
                total += Decay / 2 * weight * weight + L1 * Math.Abs(weight);
        }

        return total;
    }

    internal void AddGradient(
        NetworkShape shape, ReadOnlySpan<double> weights, Span<double> gradient)
    {
        if (IsNone)
            return;
        foreach (LayerShape layer in shape.Layers)
        {
            ReadOnlySpan<double> from = weights[layer.Weights];
            Span<double> into = gradient[layer.Weights];
            for (int i = 0; i < into.Length; i++)
            {
                double weight = from[i];
                double size = weight > 0 ? L1 : weight < 0 ? -L1 : 0;
                into[i] += Decay * weight + size;
            }
        }
    }
}
