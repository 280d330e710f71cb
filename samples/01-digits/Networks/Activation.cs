namespace ActorTune.Samples.Digits.Networks;

/// <summary>What a hidden unit does with its weighted sum.</summary>
public enum Activation
{
    /// <summary>Keeps what is above zero.</summary>
    Relu,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>x Phi(x), Phi approximated by a tangent: Hendrycks and Gimpel, 2016.</summary>
    Gelu,
}
