namespace ActorTune.Studies;

/// <summary>Counts the trials since the best value improved.</summary>
internal sealed class Stagnation
{
    private double? _best;
    private TrialNumber _bestTrial;

    /// <summary>How many trials have finished since.</summary>
    internal int Count { get; private set; }

    /// <summary>A feasible trial has a value.</summary>
    internal void Measure(Objective objective, TrialState trial, double minDelta)
    {
        double value = trial.ReducedValue;
        if (_best is { } best && !(Gain(objective, best, value) > minDelta))
            return;
        _best = value;
        _bestTrial = trial.Number;
        Count = 0;
    }

    /// <summary>A trial left its slot for the first time.</summary>
    internal void Finish(TrialNumber trial)
    {
        if (_best is not null && trial != _bestTrial)
            Count++;
    }

    /// <summary>A person lets the study go on.</summary>
    internal void Forgive() => Count = 0;

    private static double Gain(Objective objective, double best, double value) =>
        objective.Direction == Direction.Minimize ? best - value : value - best;
}
