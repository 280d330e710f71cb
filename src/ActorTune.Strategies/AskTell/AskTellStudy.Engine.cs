using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;

namespace ActorTune.AskTell;

/// <content>What stands between the requests and the engine.</content>
public sealed partial class AskTellStudy
{
    private void End(TrialNumber trial, AttemptEnd end, string message)
    {
        TrialState state = Find(trial);
        Demand(
            state.Status == TrialStatus.Running,
            $"trial {trial} is {Word(state)}: only a trial given out by next can end");
        Handle(new EndAttempt(state.Attempt, end, message));
    }

    private TrialState Find(TrialNumber trial)
    {
        Demand(
            trial.Value < State.Trials.Count,
            $"there is no trial {trial}; there are {State.Trials.Count}");
        return State.Trial(trial);
    }

    private void DemandMetrics(MetricSet metrics)
    {
        IEnumerable<string> wanted = State.Specification.Objectives.Select(one => one.Metric)
            .Concat(State.Specification.Constraints.Select(one => one.Metric));
        foreach (string name in wanted)
            Demand(
                metrics.Find(name) is not null,
                $"the report lacks '{name}'; it has {metrics}");
    }

    private void DemandWholeTrials() => Demand(
        State.Specification.Scheduler.Name == "run-to-completion",
        $"the trial scheduler {State.Specification.Scheduler.Name} decides while trials run: "
            + "use next and report");

    private static void Demand(bool holds, string refusal)
    {
        if (!holds)
            throw new AskTellException(refusal);
    }

    private static string Word(TrialState trial) => trial.Status.ToString().ToLowerInvariant();

    private void CheckWallTime()
    {
        if (State.Specification.Stop.WallTime is { } most && State.Phase == StudyPhase.Running
            && State.ActiveTime + (Now > State.Now ? Now - State.Now : default) >= most)
            Handle(new ReachWallTime());
    }

    private void Record(StudyFact fact)
    {
        _engine.Record(fact, Now);
        Take();
    }

    private IReadOnlyList<StudyEffect> Handle(StudyCommand command)
    {
        Acceptance acceptance = _engine.Handle(command, Now);
        IReadOnlyList<StudyEffect> effects = Take();
        return acceptance is Acceptance.Refused refused
            ? throw new AskTellException(refused.Reason)
            : effects;
    }

    private IReadOnlyList<StudyEffect> Take()
    {
        StudyBatch batch = _engine.TakeBatch();
        foreach (JournalEntry entry in batch.Events)
            Keep(entry);
        return batch.Effects;
    }
}
