namespace ActorTune.Simulation.WhatIf;

/// <summary>How far trials come whatever the unseen measurements are.</summary>
internal sealed class Reach(int trialCount)
{
    /// <summary>Which trials are surely trained in full.</summary>
    internal bool[] Surely { get; } = new bool[trialCount];

    /// <summary>Which trials may be trained in full.</summary>
    internal bool[] Possibly { get; } = new bool[trialCount];

    /// <summary>How many are trained in full. Every trial that may be is in a group.</summary>
    internal List<FullyTrained> Groups { get; } = [];

    internal List<UnseenDecision> Unseen { get; } = [];

    internal NumberBound Resource { get; set; }

    internal NumberBound Ticks { get; set; }

    /// <summary>Says that just these trials are trained in full.</summary>
    internal void Complete(int[] trials)
    {
        foreach (int trial in trials)
            Surely[trial] = Possibly[trial] = true;
        Groups.Add(new FullyTrained(trials, trials.Length, trials.Length));
    }
}
