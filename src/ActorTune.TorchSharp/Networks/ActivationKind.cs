namespace ActorTune.TorchSharp.Networks;

/// <summary>What units do with their sums.</summary>
public enum ActivationKind
{
    /// <summary>Nothing below zero.</summary>
    Relu,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>The Gaussian error linear unit.</summary>
    Gelu,

    /// <summary>x times its sigmoid.</summary>
    Silu,
}
