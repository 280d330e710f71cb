namespace ActorTune.Simulation.WhatIf;

/// <summary>What comes after the last measurement of a recorded curve.</summary>
public enum CurveEnd
{
    /// <summary>The trial would have gone on: further measurements are unseen.</summary>
    Cut,

    /// <summary>Its program returned by itself.</summary>
    Returned,

    /// <summary>It failed or diverged.</summary>
    Failed,
}
