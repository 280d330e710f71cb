namespace ActorTune.TorchSharp;

/// <summary>The device that a trial trains on.</summary>
public static class TrialDevice
{
    /// <summary>
    /// The GPU of the trial's first device slot, or the processor where CUDA is not available. A
    /// worker on a machine with GPUs has as many slots as it has GPUs, numbered alike.
    /// </summary>
    /// <param name="trial">The trial.</param>
    /// <exception cref="InvalidOperationException">
    /// The slot has no GPU: the worker has more slots than the machine has GPUs.
    /// </exception>
    public static Device Of(TrialContext trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        if (!cuda.is_available())
            return CPU;
        int slot = trial.Slots.Count > 0 ? trial.Slots[0] : 0;
        int count = cuda.device_count();
        return slot < count
            ? device($"cuda:{slot}")
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Trial {trial.Trial} has device slot {slot}, and the machine has {count} GPUs, "
                + $"numbered from 0: give the worker as many slots as it has GPUs."));
    }
}
