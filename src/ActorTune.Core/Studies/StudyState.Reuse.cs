using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <content>How a result that is taken over changes the state.</content>
public sealed partial class StudyState
{
    private void Apply(TrialReused reused)
    {
        if (reused.Trial.Value != _trials.Count)
            throw new InvalidOperationException($"trial {_trials.Count} was expected");
        TrialState source = Trial(reused.Source.Trial);
        if (source.Status != TrialStatus.Completed || source.Resource != reused.Source.Resource
            || !source.Configuration.Equals(reused.Configuration))
            throw new InvalidOperationException(
                $"trial {source.Number} has no such result for trial {reused.Trial}");
        TrialState trial = source.Reuse(reused.Trial, reused.Bracket);
        _trials.Add(trial);
        Results.Reuse();
        TellSampler(trial, reused.Until);
    }

    // A sampler that was held to have nothing new may have some now.
    private void AskAgain()
    {
        Results.Restart();
        IsSamplerExhausted &= ExhaustionGrounds is null;
        ExhaustionGrounds = null;
    }

    // The trial scheduler gave nothing to it, so that no rung counts the same training twice. To
    // the sampler it is a trial that reports its whole resource at once.
    private void TellSampler(TrialState trial, Resource? until)
    {
        Changed?.Invoke(new TrialChange(
            TrialChangeKind.Started,
            trial.Number,
            trial.Bracket,
            until ?? Resource.Zero,
            0,
            false,
            trial.Configuration));
        Changed?.Invoke(Change(TrialChangeKind.Measured, trial) with
        {
            IsDecisionPoint = true,
            Unreduced = Objective.Reduce.Kind == ReductionKind.Last
                ? null
                : trial[trial.Count - 1].Value,
        });
        Changed?.Invoke(Change(TrialChangeKind.Completed, trial));
    }
}
