namespace ActorTune.TorchSharp.Training;

/// <summary>Some examples.</summary>
/// <param name="Inputs">The inputs, the first dimension one for each example.</param>
/// <param name="Targets">What is to come out.</param>
public readonly record struct Batch(Tensor Inputs, Tensor Targets);
