using ActorTune.Samples.Digits.Networks;
using ActorTune.Samples.Digits.Training;
using ActorTune.Spaces;
using ActorTune.Spaces.Annotations;

namespace ActorTune.Samples.Digits;

/// <summary>
/// What is tuned: <c>SearchSpace.From&lt;DigitsOptions&gt;()</c> is the search space, and a
/// configuration binds to this class.
/// </summary>
[UseAsDefault]
public sealed record DigitsOptions
{
    /// <summary>How far a step goes.</summary>
    [FloatRange(1e-4, 1, Scale = Scale.Log)]
    public double LearningRate { get; init; } = 0.01;

    /// <summary>How many images a step is computed from.</summary>
    [Ordinal(8, 16, 32, 64, 128)]
    public int BatchSize { get; init; } = 32;

    /// <summary>How many hidden layers there are.</summary>
    [IntegerRange(1, 3)]
    public int Layers { get; init; } = 1;

    /// <summary>How many units each of them has.</summary>
    [IntegerRange(8, 128, Scale = Scale.Log)]
    public int Units { get; init; } = 32;

    /// <summary>What the hidden units do with their sums.</summary>
    public Activation Activation { get; init; }

    /// <summary>What moves the weights.</summary>
    public OptimizerKind Optimizer { get; init; }

    /// <summary>How much of the last step SGD goes again.</summary>
    [FloatRange(0.5, 0.99, Scale = Scale.ReverseLog)]
    [When(nameof(Optimizer), OptimizerKind.Sgd)]
    public double Momentum { get; init; } = 0.9;

    /// <summary>Whether SGD looks ahead.</summary>
    [When(nameof(Optimizer), OptimizerKind.Sgd)]
    public bool Nesterov { get; init; }

    /// <summary>How long Adam remembers squares of gradients.</summary>
    [FloatRange(0.9, 0.9999, Scale = Scale.ReverseLog)]
    [When(nameof(Optimizer), OptimizerKind.Adam)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>The chance that a hidden unit is off in training.</summary>
    [FloatRange(0, 0.6)]
    public double Dropout { get; init; }

    /// <summary>The weight of the squared weights in the loss.</summary>
    [FloatRange(1e-7, 1e-2, Scale = Scale.Log)]
    public double WeightDecay { get; init; } = 1e-5;

    /// <summary>The weight of the weights' sizes in the loss.</summary>
    [FloatRange(1e-8, 1e-3, Scale = Scale.Log)]
    public double L1 { get; init; } = 1e-7;

    /// <summary>How the learning rate changes over the epochs.</summary>
    public ScheduleKind Schedule { get; init; }
}
