using ActorTune.Strategies;
using ActorTune.Studies.Events;
using ActorTune.Studies.Forks;

namespace ActorTune.Studies;

/// <content>How another trial scheduler takes over.</content>
public sealed partial class StudyState
{
    /// <summary>
    /// The trial scheduler that a person asked for and that has not taken over yet, or null.
    /// </summary>
    internal ITakesOver? Wanted { get; private set; }

    /// <summary>The version of its rule in this build; null where none is wanted.</summary>
    public string? WantedVersion => Wanted?.Version;

    /// <summary>The name and options of the wanted one.</summary>
    internal StrategyOptions? WantedOptions { get; private set; }

    /// <summary>What is wrong with another trial scheduler taking over.</summary>
    internal IReadOnlyList<Problem> CheckSuccessor(StrategyOptions scheduler) =>
        Succession.Check(Specification with { Scheduler = scheduler }, _catalog);

    private void Apply(SchedulerSwitchRequested requested)
    {
        Wanted = Successor(Specification with { Scheduler = requested.Scheduler });
        WantedOptions = requested.Scheduler;
    }

    private void ApplySwitch(StudyDecision decision)
    {
        if (decision is not SchedulerSwitched switched)
            throw new InvalidOperationException($"unknown decision {decision.GetType().Name}");
        if (Wanted is not { } successor || WantedOptions != switched.Scheduler)
            throw new InvalidOperationException("nobody asked for this trial scheduler");
        _specification = Specification with { Scheduler = switched.Scheduler };
        Wanted = null;
        WantedOptions = null;
        Succeed(successor);
    }

    private ITakesOver Successor(StudySpecification specification) =>
        _catalog.CreateScheduler(specification) as ITakesOver
            ?? throw new InvalidOperationException(
                $"'{specification.Scheduler.Name}' cannot take over earlier trials");

    // The trial whose measurement waits for a decision comes last, as if it had just arrived.
    private TrialRetelling Succeed(ITakesOver successor)
    {
        foreach (TrialState trial in _trials)
            trial.Bracket = successor.EarlierBracket;
        var retelling = new TrialRetelling(Specification, successor);
        foreach (TrialState trial in _trials)
        {
            if (trial.Number != Measured?.Trial && trial.ReusedFrom is null)
                retelling.Tell(trial, change => successor.Observe(change));
        }

        if (Measured is { } measured)
        {
            TrialState trial = Trial(measured.Trial);
            retelling.Tell(trial, change => successor.Observe(change), isUndecided: true);
            Measured = measured with
            {
                Bracket = trial.Bracket,
                IsDecisionPoint = measured.IsDecisionPoint || retelling.IsDue(trial),
            };
        }

        _scheduler = successor;
        return retelling;
    }
}
