namespace ActorTune.Simulation.WhatIf;

/// <summary>One way in which cut curves might have gone on.</summary>
internal interface ICurveCompletion
{
    /// <summary>The objective of a trial at an unseen resource.</summary>
    /// <param name="trial">The trial's number.</param>
    /// <param name="resource">Beyond the trial's last measurement.</param>
    double Value(int trial, long resource);
}
