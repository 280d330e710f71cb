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

    /// <summary>What the network computes with. All but Full need a working copy.</summary>
    /// <value>Default: full.</value>
    public TrainingPrecision Precision { get; init; }

    /// <summary>
    /// What the loss of a float16 network is multiplied with at first, a power of two from 1 to
    /// 2^24; it doubles and halves by itself.
    /// </summary>
    /// <value>Default: 65,536.</value>
    public double GradientScale { get; init; } = 65_536;

    /// <summary>After how many steps without an overflow that doubles, at least 1.</summary>
    /// <value>Default: 2,000.</value>
    public int GradientScaleGrowsAfter { get; init; } = 2_000;
}
