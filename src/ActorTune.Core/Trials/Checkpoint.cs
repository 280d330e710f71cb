namespace ActorTune.Trials;

/// <summary>
/// The name of a trial's saved state: immutable, written by one attempt in its own folder and
/// announced only when it is whole.
/// </summary>
/// <param name="Attempt">The attempt that wrote it.</param>
/// <param name="Resource">The resource that the trial had spent when it was written.</param>
public readonly record struct Checkpoint(AttemptId Attempt, Resource Resource)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Attempt}@{Resource}";
}
