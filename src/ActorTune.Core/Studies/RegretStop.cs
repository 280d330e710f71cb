using ActorTune.Strategies;

namespace ActorTune.Studies;

/// <summary>Keeps the completed trials for the rule that judges whether to go on.</summary>
internal sealed class RegretStop
{
    private readonly List<TrialState> _completed = [];
    private int _least;

    /// <summary>The rule; null where the study has none.</summary>
    internal IStudyStopRule? Rule { get; private set; }

    /// <summary>The stop conditions were given, or given anew: older trials end nothing.</summary>
    internal void Use(IStudyStopRule? rule, int minTrials)
    {
        Rule = rule;
        _least = Math.Max(minTrials, _completed.Count + 1);
    }

    /// <summary>A trial completed.</summary>
    internal void Complete(TrialState trial)
    {
        if (trial.IsFeasible && trial.Count > 0)
            _completed.Add(trial);
    }

    /// <summary>The search space was narrowed: trials outside of it say nothing.</summary>
    internal void Narrow() => _completed.RemoveAll(trial => trial.IsOutside);

    /// <summary>Why the study ends now; null while it goes on.</summary>
    internal DecisionReason? Judge() =>
        _completed.Count >= _least ? Rule?.Judge(_completed) : null;
}
