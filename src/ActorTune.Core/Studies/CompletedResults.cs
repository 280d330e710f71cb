namespace ActorTune.Studies;

/// <summary>The results that a later trial of the same configuration may take over.</summary>
internal sealed class CompletedResults
{
    private readonly Dictionary<Configuration, TrialState> _first = [];

    /// <summary>How many trials took over a result.</summary>
    internal int ReusedCount { get; private set; }

    /// <summary>How many did since a trial was last started.</summary>
    internal int ReusedInRow { get; private set; }

    /// <summary>
    /// A trial completed. What went on from another trial's checkpoint is no result of its
    /// configuration alone, and of several trials the first one stands.
    /// </summary>
    internal void Complete(TrialState trial)
    {
        if (trial.Parent is null && trial.Count > 0)
            _first.TryAdd(trial.Configuration, trial);
    }

    /// <summary>The trial whose result a configuration has; null where none completed.</summary>
    internal TrialState? Find(Configuration configuration) =>
        _first.GetValueOrDefault(configuration);

    /// <summary>A result was taken over.</summary>
    internal void Reuse()
    {
        ReusedCount++;
        ReusedInRow++;
    }

    /// <summary>A trial was started, or a person lets the study go on.</summary>
    internal void Restart() => ReusedInRow = 0;
}
