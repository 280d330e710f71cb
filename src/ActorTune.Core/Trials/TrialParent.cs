namespace ActorTune.Trials;

/// <summary>The trial that another one was started from.</summary>
/// <param name="Trial">The donor.</param>
/// <param name="Resource">The resource that it had reached by then.</param>
public readonly record struct TrialParent(TrialNumber Trial, Resource Resource)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Trial}@{Resource}";
}
