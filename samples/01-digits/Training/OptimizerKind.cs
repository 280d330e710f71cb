namespace ActorTune.Samples.Digits.Training;

/// <summary>Which optimizer trains.</summary>
public enum OptimizerKind
{
    /// <summary>Stochastic gradient descent with momentum.</summary>
    Sgd,

    /// <summary>Adam.</summary>
    Adam,
}
