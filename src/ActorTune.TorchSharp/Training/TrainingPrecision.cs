namespace ActorTune.TorchSharp.Training;

/// <summary>
/// The numbers that a network computes with while it is trained. Its weights, the optimizer, the
/// loss and what is measured stay in 32 bits.
/// </summary>
public enum TrainingPrecision
{
    /// <summary>32 bits throughout.</summary>
    Full,

    /// <summary>16 bits with the range of 32: nothing needs to be scaled.</summary>
    BFloat16,

    /// <summary>
    /// 16 bits with a small range: the loss is scaled, lest small gradients vanish. The kernels
    /// for it are those of GPUs; libtorch 1.13 has few for the processor.
    /// </summary>
    Float16,
}
