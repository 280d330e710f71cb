namespace ActorTune.Studies;

/// <summary>
/// The name of a worker: a process that runs attempts on the device slots of a machine.
/// </summary>
/// <param name="Name">The name, unique among the workers of a study.</param>
public readonly record struct WorkerId(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
