using ActorTune.TorchSharp.Training;

namespace ActorTune.TorchSharp.Data;

/// <summary>Examples held in two tensors, handed out in shuffled batches.</summary>
/// <param name="inputs">The inputs, the first dimension one for each example.</param>
/// <param name="targets">What is to come out, in the same order.</param>
/// <param name="batchSize">How many examples a batch has; the last one may have fewer.</param>
public sealed class TensorBatches(Tensor inputs, Tensor targets, int batchSize)
{
    private readonly int _size = batchSize >= 1
        ? batchSize
        : throw new ArgumentOutOfRangeException(nameof(batchSize), batchSize, "At least 1.");

    /// <summary>How many examples there are.</summary>
    public long Count => inputs.shape[0];

    /// <summary>
    /// All examples once, in an order that torch's generator chooses: seed it first.
    /// </summary>
    public IEnumerable<Batch> Shuffled()
    {
        using Tensor order = randperm(Count, ScalarType.Int64).to(inputs.device);
        for (long first = 0; first < Count; first += _size)
        {
            using Tensor chosen = order.narrow(0, first, Math.Min(_size, Count - first));
            yield return new Batch(
                inputs.index_select(0, chosen), targets.index_select(0, chosen));
        }
    }
}
