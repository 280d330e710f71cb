namespace ActorTune.Simulation.WhatIf;

/// <summary>What is asked besides the trial scheduler.</summary>
public sealed record WhatIfOptions
{
    /// <summary>How many trials train at a time.</summary>
    /// <value>Default: 1.</value>
    public int Slots { get; init; } = 1;

    /// <summary>The values that the objective can take.</summary>
    /// <value>
    /// Default: null, what the study declares; nothing declared makes bounds of values infinite
    /// where they are unseen.
    /// </value>
    public ValueRange? Range { get; init; }

    /// <summary>How many trials, by their values at the full resource, are the top.</summary>
    /// <value>Default: a tenth of the recorded ones, at least one.</value>
    public int? Top { get; init; }

    /// <summary>How many completions an estimate draws; zero for no estimate.</summary>
    /// <value>Default: 0.</value>
    public int Draws { get; init; }

    /// <summary>The range asked for, or the one that the study declares.</summary>
    /// <param name="study">The recorded study.</param>
    public ValueRange RangeIn(StudySpecification study) => Range ?? study.Objective.Range;
}
