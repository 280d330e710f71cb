using ActorTune.TorchSharp.Training;

namespace ActorTune.TorchSharp.Checkpoints;

/// <summary>
/// A module and the state of what trains it, in a folder of a trial. Save it through
/// <see cref="SaveAsync"/>: then it is whole or not there, and is resumed from.
/// </summary>
public static class TorchCheckpoint
{
    private const string WeightsFile = "model.safetensors";
    private const string OptimizerFile = "optimizer.bin";
    private const string ScaleFile = "gradient-scale.json";

    /// <summary>Saves a checkpoint where the trial needs one before its next report.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="resource">The resource of that report.</param>
    /// <param name="module">What is trained.</param>
    /// <param name="optimizer">What trains it.</param>
    /// <param name="scale">What its loss is scaled with, if it is.</param>
    /// <param name="stop">Gives up.</param>
    public static async ValueTask SaveAsync(
        TrialContext trial,
        long resource,
        nn.Module module,
        OptimizerHelper optimizer,
        DynamicGradientScale? scale = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(trial);
        if (!trial.ShouldSaveCheckpoint(resource))
            return;
        await trial.SaveCheckpointAsync(
            resource,
            (folder, _) =>
            {
                Write(folder, module, optimizer, scale);
                return Task.CompletedTask;
            },
            stop).ConfigureAwait(false);
    }

    /// <summary>
    /// Restores the checkpoint that a trial goes on from; without one it changes nothing.
    /// </summary>
    /// <param name="trial">The trial.</param>
    /// <param name="module">A module of the same shape, on its device.</param>
    /// <param name="optimizer">One of the same kind over its parameters.</param>
    /// <param name="scale">
    /// What its loss is scaled with, if it is; it stays what it is if the checkpoint has none.
    /// </param>
    /// <returns>The resource that was spent before; zero without a checkpoint.</returns>
    /// <exception cref="InvalidDataException">The checkpoint is not of this module.</exception>
    public static long Restore(
        TrialContext trial,
        nn.Module module,
        OptimizerHelper optimizer,
        DynamicGradientScale? scale = null)
    {
        ArgumentNullException.ThrowIfNull(trial);
        if (trial.Resume is not { } resume)
            return 0;
        Read(resume.Folder, module, optimizer, scale);
        return resume.Resource.Units;
    }

    /// <summary>Writes the files of a checkpoint into a folder.</summary>
    /// <param name="folder">A folder that exists.</param>
    /// <param name="module">What is trained.</param>
    /// <param name="optimizer">What trains it.</param>
    /// <param name="scale">What its loss is scaled with, if it is.</param>
    public static void Write(
        string folder,
        nn.Module module,
        OptimizerHelper optimizer,
        DynamicGradientScale? scale = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(optimizer);
        SafeTensors.Write(Path.Combine(folder, WeightsFile), module.state_dict());
        optimizer.save_state_dict(Path.Combine(folder, OptimizerFile));
        if (scale is not null)
            GradientScaleFile.Write(Path.Combine(folder, ScaleFile), scale);
    }

    /// <summary>Reads the files of a checkpoint.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="module">A module of the same shape, on its device.</param>
    /// <param name="optimizer">One of the same kind over its parameters.</param>
    /// <param name="scale">
    /// What its loss is scaled with, if it is; it stays what it is if the checkpoint has none.
    /// </param>
    /// <exception cref="InvalidDataException">The checkpoint is not of this module.</exception>
    public static void Read(
        string folder,
        nn.Module module,
        OptimizerHelper optimizer,
        DynamicGradientScale? scale = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(optimizer);
        string weights = Path.Combine(folder, WeightsFile);
        Dictionary<string, Tensor> saved = SafeTensors.Read(weights);
        try
        {
            Copy(weights, saved, module.state_dict());
        }
        finally
        {
            foreach (Tensor tensor in saved.Values)
                tensor.Dispose();
        }

        optimizer.load_state_dict(Path.Combine(folder, OptimizerFile));
        if (scale is not null)
            GradientScaleFile.Read(Path.Combine(folder, ScaleFile), scale);
    }

    private static void Copy(
        string path, Dictionary<string, Tensor> saved, Dictionary<string, Tensor> module)
    {
        foreach ((string name, Tensor target) in module)
        {
            if (!saved.TryGetValue(name, out Tensor? tensor)
                || !tensor.shape.SequenceEqual(target.shape))
                throw new InvalidDataException(
                    $"The checkpoint '{path}' is of another network: '{name}' of "
                    + $"[{string.Join(", ", target.shape)}] is not in it.");
            using (no_grad())
                target.copy_(tensor);
        }

        if (saved.Count != module.Count)
            throw new InvalidDataException(
                $"The checkpoint '{path}' is of another network: it has {saved.Count} tensors, "
                + $"and the network has {module.Count}.");
    }
}
