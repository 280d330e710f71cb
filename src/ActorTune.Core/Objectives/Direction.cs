namespace ActorTune.Objectives;

/// <summary>Which way a metric improves.</summary>
public enum Direction
{
    /// <summary>Smaller is better.</summary>
    Minimize,

    /// <summary>Larger is better.</summary>
    Maximize,
}
