namespace ActorTune.Studies.Forks;

/// <summary>Where a study parted from the one whose past it shares.</summary>
/// <param name="Parent">The other study.</param>
/// <param name="At">The last event that both have.</param>
public sealed record StudyFork(StudyId Parent, SequenceNumber At)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Parent} at {At}";
}
