using ActorTune.Strategies;
using ActorTune.Studies.Events;
using ActorTune.Studies.Forks;

namespace ActorTune.Studies;

/// <content>How a fork goes on from the past that it shares.</content>
public sealed partial class StudyState
{
    /// <summary>Where it parted from another study; null: it never did.</summary>
    /// <remarks>Of several such places it is the last.</remarks>
    public StudyFork? ForkedFrom { get; private set; }

    private void Apply(StudyForked forked)
    {
        if (Phase == StudyPhase.Empty)
            throw new InvalidOperationException("there is no study to fork");
        ForkedFrom = new StudyFork(forked.Parent, new SequenceNumber(Head.Value - 1));
        Configuration[] given = [.. Specification.Enqueue.Except(forked.Specification.Enqueue)];
        KeepEnqueued(configuration => !given.Contains(configuration));
        _specification = forked.Specification;
        Wanted = null;
        WantedOptions = null;
        if (!forked.KeepsSampler)
            UseSpace(forked.Specification.SearchSpace);
        GoOn();
        LoseAttempts(forked.Missing);
        List<TrialState> reopened = PauseStopped();
        if (forked.KeepsScheduler)
            reopened.ForEach(trial => Scheduler.Observe(Change(TrialChangeKind.Paused, trial)));
        else
            ShortenWaiting(Succeed(Successor(forked.Specification)));
        if (forked.KeepsSampler)
            reopened.ForEach(trial => Changed?.Invoke(Change(TrialChangeKind.Paused, trial)));
        else
            RetellSampler();
    }

    private void UseSpace(SearchSpace space)
    {
        foreach (TrialState trial in _trials)
            trial.IsOutside = space.Check(trial.Configuration).Count > 0;
        Regret.Narrow();
        KeepEnqueued(configuration => space.Check(configuration).Count == 0);
    }

    private void KeepEnqueued(Func<Configuration, bool> isKept)
    {
        Configuration[] kept = [.. _enqueued.Where(isKept)];
        _enqueued.Clear();
        foreach (Configuration configuration in kept)
            _enqueued.Enqueue(configuration);
    }

    private void LoseAttempts(IReadOnlyList<Checkpoint> missing)
    {
        _offers.Clear();
        _openOffers.Clear();
        foreach (TrialNumber number in _running.ToArray())
            Wait(Trial(number));
        foreach (Checkpoint checkpoint in missing)
            Trial(checkpoint.Attempt.Trial).ForgetCheckpoint(checkpoint);
        foreach (TrialState trial in _trials)
        {
            trial.IsFinishing = false;
            if (trial.Origin is { Inherited: { } own } origin)
                origin.HoldsInherited &= !missing.Contains(own);
        }

        FinishingCount = 0;
    }

    // An attempt that is tried again can be told at once where the new rule decides.
    private void ShortenWaiting(TrialRetelling retelling)
    {
        foreach (TrialNumber number in _waiting)
        {
            TrialState trial = Trial(number);
            Resource? next = retelling.NextLevel(trial.Bracket, trial.Resource)
                ?? Specification.MaxResource;
            if (!(trial.Until <= next))
                trial.Until = next;
        }
    }

    private void RetellSampler()
    {
        IsSamplerExhausted = false;
        ExhaustionGrounds = null;
        if (Changed is not { } changed)
            return;
        foreach (TrialChange imported in _imported)
        {
            if (Specification.SearchSpace.Check(imported.Configuration!).Count == 0)
                changed(imported);
        }

        var retelling = new TrialRetelling(Specification, Scheduler);
        foreach (TrialState trial in _trials)
        {
            if (!trial.IsOutside)
                retelling.Tell(
                    trial,
                    changed,
                    Specification.JudgesByOutcome,
                    isUndecided: trial.Number == Measured?.Trial);
        }
    }
}
