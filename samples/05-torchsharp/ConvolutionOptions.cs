using ActorTune.Spaces;
using ActorTune.Spaces.Annotations;
using ActorTune.TorchSharp.Networks;
using ActorTune.TorchSharp.Training;

namespace ActorTune.Samples.ConvolutionalDigits;

/// <summary>What is tuned.</summary>
[UseAsDefault]
public sealed record ConvolutionOptions
{
    /// <summary>How far a step of AdamW goes.</summary>
    [FloatRange(1e-4, 1e-1, Scale = Scale.Log)]
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>How many images a step is computed from.</summary>
    [Ordinal(16, 32, 64)]
    public int BatchSize { get; init; } = 32;

    /// <summary>How many filters the first of the two convolutions has.</summary>
    [IntegerRange(4, 32, Scale = Scale.Log)]
    public int Filters { get; init; } = 8;

    /// <summary>How many units the hidden layer behind them has.</summary>
    [IntegerRange(16, 128, Scale = Scale.Log)]
    public int Units { get; init; } = 64;

    /// <summary>What hidden units do with their sums.</summary>
    public ActivationKind Activation { get; init; }

    /// <summary>The chance that a hidden unit is off in training.</summary>
    [FloatRange(0, 0.6)]
    public double Dropout { get; init; } = 0.2;

    /// <summary>How much weights shrink.</summary>
    [FloatRange(1e-6, 1e-1, Scale = Scale.Log)]
    public double WeightDecay { get; init; } = 1e-3;

    /// <summary>How the learning rate changes.</summary>
    public ScheduleKind Schedule { get; init; } = ScheduleKind.Cosine;
}
