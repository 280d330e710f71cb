namespace ActorTune.TorchSharp.Training;

/// <summary>
/// A second network in 16 bits that computes for the one in 32 that is trained. Layers that add up
/// many numbers stay in 32 bits, and what comes in and goes out of them is converted.
/// </summary>
internal sealed class WorkingCopy : IDisposable
{
    private static readonly string[] KeptInFull =
    [
        "BatchNorm", "InstanceNorm", "LayerNorm", "GroupNorm", "LocalResponseNorm", "Softmax",
        "LogSoftmax", "Softmin",
    ];

    private readonly nn.Module<Tensor, Tensor> _copy;
    private readonly ScalarType _type;
    private readonly (TorchParameter Master, TorchParameter Copy)[] _trained;
    private readonly (Tensor Master, Tensor Copy)[] _buffers;

    /// <summary>Takes a network over.</summary>
    /// <param name="masters">The network that is trained, in 32 bits.</param>
    /// <param name="copy">One of the same shape on the same device, disposed with this.</param>
    /// <param name="type">The 16 bits.</param>
    /// <exception cref="InvalidOperationException">It is of another shape.</exception>
    internal WorkingCopy(
        nn.Module<Tensor, Tensor> masters, nn.Module<Tensor, Tensor> copy, ScalarType type)
    {
        _copy = copy;
        _type = type;
        copy.to(type);
        foreach (nn.Module kept in copy.modules().Append(copy).Where(IsKeptInFull).ToArray())
            KeepInFull(kept);
        _trained = Pairs(
            masters.named_parameters().Select(named => (named.name, named.parameter)),
            copy.named_parameters().Select(named => (named.name, named.parameter)));
        _buffers = Pairs(masters.named_buffers(), copy.named_buffers());
        using (no_grad())
        {
            foreach ((Tensor master, Tensor own) in _buffers)
                own.copy_(master);
        }

        Refresh();
    }

    /// <summary>What comes out, in 32 bits.</summary>
    internal Tensor Call(Tensor inputs) => _copy
        .call(inputs.is_floating_point() ? inputs.to_type(_type) : inputs)
        .to_type(ScalarType.Float32);

    /// <summary>
    /// A number whose gradient by the weights in 32 bits is that of the loss, freed of its scale;
    /// null if a gradient is infinite or no number and that is not allowed.
    /// </summary>
    internal Tensor? Surrogate(Tensor loss, double scale, bool allowsOverflow)
    {
        (TorchParameter Master, TorchParameter Copy)[] trained =
            [.. _trained.Where(pair => pair.Copy.requires_grad)];
        IList<Tensor> gradients = autograd.grad(
            [loss * scale], [.. trained.Select(pair => (Tensor)pair.Copy)], allow_unused: true);
        var used = trained.Zip(gradients).Where(pair => !pair.Second.IsInvalid).ToArray();
        if (!allowsOverflow && !AreFinite(used.Select(pair => pair.Second)))
            return null;

        // A gradient is added to a weight by deriving their product: the versions of TorchSharp
        // have no way in common to set one.
        Tensor sum = zeros(1, device: loss.device);
        foreach (((TorchParameter master, _), Tensor gradient) in used)
            sum += (master * (gradient.to_type(ScalarType.Float32) / scale).detach()).sum();
        return sum.sum();
    }

    /// <summary>Takes over the weights after a step.</summary>
    internal void Refresh()
    {
        using (no_grad())
        {
            foreach ((TorchParameter master, TorchParameter own) in _trained)
                own.copy_(master);
        }
    }

    internal void Train() => _copy.train();

    /// <summary>Hands back what layers noted besides weights, such as means of batches.</summary>
    internal void ReturnBuffers()
    {
        using (no_grad())
        {
            foreach ((Tensor master, Tensor own) in _buffers)
                master.copy_(own);
        }
    }

    public void Dispose() => _copy.Dispose();

    private static bool IsKeptInFull(nn.Module module) => Array.Exists(
        KeptInFull, kind => module.GetType().Name.StartsWith(kind, StringComparison.Ordinal));

    private static bool AreFinite(IEnumerable<Tensor> gradients) => stack(
        [.. gradients.Select(gradient => gradient.isfinite().all())]).all().item<bool>();

    private void KeepInFull(nn.Module module)
    {
        module.to(ScalarType.Float32);
        if (module is nn.Module<Tensor, Tensor> layer)
        {
            layer.register_forward_pre_hook((_, input) => input.to_type(ScalarType.Float32));
            layer.register_forward_hook((_, _, output) => output.to_type(_type));
        }
    }

    private static (T Master, T Copy)[] Pairs<T>(
        IEnumerable<(string Name, T Tensor)> masters, IEnumerable<(string Name, T Tensor)> copies)
        where T : Tensor
    {
        (string Name, T Tensor)[] all = [.. masters];
        Dictionary<string, T> own = copies.ToDictionary(
            named => named.Name, named => named.Tensor, StringComparer.Ordinal);
        foreach ((string name, T master) in all)
        {
            if (!own.TryGetValue(name, out T? copy) || !copy.shape.SequenceEqual(master.shape))
            {
                throw new InvalidOperationException(
                    $"The working copy is of another network: '{name}' of "
                    + $"[{string.Join(", ", master.shape)}] is not in it. "
                    + "Build it like the first.");
            }
        }

        return [.. all.Select(named => (named.Tensor, own[named.Name]))];
    }
}
