namespace ActorTune.TorchSharp.Networks;

/// <summary>Builds networks of what a configuration says.</summary>
public static class Layers
{
    /// <summary>
    /// Hidden layers of one size, each with its activation and dropout, and a last linear layer.
    /// </summary>
    /// <param name="inputs">How many numbers come in.</param>
    /// <param name="outputs">How many go out.</param>
    /// <param name="hidden">How many hidden layers there are; none makes a linear model.</param>
    /// <param name="units">How many units each has.</param>
    /// <param name="activation">What they do with their sums.</param>
    /// <param name="dropout">The chance that a hidden unit is off in training.</param>
    public static IReadOnlyList<nn.Module<Tensor, Tensor>> Dense(
        int inputs,
        int outputs,
        int hidden,
        int units,
        ActivationKind activation = ActivationKind.Relu,
        double dropout = 0)
    {
        var layers = new List<nn.Module<Tensor, Tensor>>();
        int width = inputs;
        for (int layer = 0; layer < hidden; layer++)
        {
            layers.Add(nn.Linear(width, units));
            layers.Add(Activation(activation));
            if (dropout > 0)
                layers.Add(nn.Dropout(dropout));
            width = units;
        }

        layers.Add(nn.Linear(width, outputs));
        return layers;
    }

    /// <summary>An activation by its kind.</summary>
    public static nn.Module<Tensor, Tensor> Activation(ActivationKind kind) => kind switch
    {
        ActivationKind.Tanh => nn.Tanh(),
        ActivationKind.Gelu => nn.GELU(),
        ActivationKind.Silu => nn.SiLU(),
        _ => nn.ReLU(),
    };
}
