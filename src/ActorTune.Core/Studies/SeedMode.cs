namespace ActorTune.Studies;

/// <summary>How trials get their seeds.</summary>
public enum SeedMode
{
    /// <summary>Each trial has its own, the same in every attempt.</summary>
    PerTrial,

    /// <summary>All trials have the same one, so that they differ in configuration alone.</summary>
    Common,
}
