namespace ActorTune.TorchSharp.Training;

/// <summary>What a training keeps to besides its network and data.</summary>
public sealed record TrainingOptions
{
    /// <summary>How many epochs a whole training has, at least 1.</summary>
    public required int Epochs { get; init; }

    /// <summary>How the learning rate changes.</summary>
    /// <value>Default: null, it stays what the optimizer was made with.</value>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>The greatest norm of all gradients together; longer ones are shortened.</summary>
    /// <value>Default: null, any.</value>
    public double? ClipNorm { get; init; }

    /// <summary>The weight of the sum of the parameters' sizes in the loss.</summary>
    /// <value>Default: 0.</value>
    public double L1 { get; init; }

    /// <summary>
    /// The weight of the sum of the parameters' squares in the loss. Decoupled weight decay is an
    /// option of AdamW.
    /// </summary>
    /// <value>Default: 0.</value>
    public double L2 { get; init; }
}
