namespace ActorTune.Studies;

/// <summary>What only trials have that began with a part of another trial.</summary>
internal sealed class TrialOrigin
{
    /// <summary>The trial that it was started from; null: from nothing.</summary>
    internal TrialParent? Parent { get; set; }

    /// <summary>The other trial's checkpoint that its first attempt went on from.</summary>
    internal Checkpoint? Inherited { get; set; }

    /// <summary>Whether it may still start from that again.</summary>
    internal bool HoldsInherited { get; set; }

    /// <summary>The completed trial whose result it has; null: its own.</summary>
    internal TrialNumber? ReusedFrom { get; init; }
}
