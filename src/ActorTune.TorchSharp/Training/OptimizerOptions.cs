using ActorTune.Spaces;
using ActorTune.Spaces.Annotations;

namespace ActorTune.TorchSharp.Training;

/// <summary>
/// The usual choice of what trains a network, as parameters of a search space: bind a
/// configuration to it, or to a record that has these properties.
/// </summary>
[UseAsDefault]
public sealed record OptimizerOptions
{
    /// <summary>Which one.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.AdamW;

    /// <summary>How far a step goes.</summary>
    [FloatRange(1e-5, 1, Scale = Scale.Log)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How much of the last step SGD goes again.</summary>
    [FloatRange(0.5, 0.99, Scale = Scale.ReverseLog)]
    [When(nameof(Optimizer), OptimizerKind.Sgd)]
    public double Momentum { get; init; } = 0.9;

    /// <summary>How long Adam remembers squares of gradients.</summary>
    [FloatRange(0.9, 0.9999, Scale = Scale.ReverseLog)]
    [When(nameof(Optimizer), OptimizerKind.Adam, OptimizerKind.AdamW)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>How much weights shrink.</summary>
    [FloatRange(1e-7, 1e-1, Scale = Scale.Log)]
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Makes it.</summary>
    /// <param name="module">What it trains.</param>
    public OptimizerHelper Create(nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        IEnumerable<TorchParameter> parameters = module.parameters();
        return Optimizer switch
        {
            OptimizerKind.Sgd => optim.SGD(
                parameters, LearningRate, momentum: Momentum, weight_decay: WeightDecay),
            OptimizerKind.Adam => optim.Adam(
                parameters, LearningRate, beta2: Beta2, weight_decay: WeightDecay),
            _ => optim.AdamW(parameters, LearningRate, beta2: Beta2, weight_decay: WeightDecay),
        };
    }
}
