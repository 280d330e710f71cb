namespace ActorTune.Samples.Digits.Networks;

/// <summary>
/// Where a layer's weights lie in the network's one array: a row of inputs for each output, then
/// the biases.
/// </summary>
internal readonly record struct LayerShape(int Offset, int Inputs, int Outputs)
{
    internal int WeightCount => Inputs * Outputs;

    internal int End => Offset + WeightCount + Outputs;

    internal Range Row(int output) =>
        (Offset + output * Inputs)..(Offset + (output + 1) * Inputs);

    internal Range Weights => Offset..(Offset + WeightCount);

    internal Range Biases => (Offset + WeightCount)..End;
}
