using ActorTune.Objectives;
using ActorTune.Randomness;
using ActorTune.Simulation;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strategies;

/// <summary>
/// Runs a study to its end without clock or threads: the running trial that reports or fails next
/// is drawn from a seed, so that trials complete in any order.
/// </summary>
internal sealed class StudyDriver
{
    private const int MostSteps = 200_000;
    private static readonly StreamName Order = new("driver-order");
    private static readonly StreamName Values = new("driver-values");

    private readonly StudyEngine _engine;
    private readonly RandomStream _chance;
    private readonly DriverFaults _faults;
    private readonly int _slots;
    private readonly ulong _seed;
    private readonly List<JournalEntry> _journal = [];
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    internal StudyDriver(
        IStrategyCatalog catalog,
        StudySpecification specification,
        ulong seed,
        int slots,
        DriverFaults faults)
    {
        _seed = seed;
        _slots = slots;
        _faults = faults;
        _chance = RandomStream.For(seed, Order, 0, 0);
        ISampler sampler = catalog.SamplerOf(specification);
        var state = new StudyState(catalog) { Changed = change => sampler.Observe(change) };
        _engine = new StudyEngine(state, new SamplerSuggestions(sampler));
        _engine.Record(new StudyCreated(specification), _now);
        _engine.Record(
            new CoordinatorStarted(
                new Epoch(state.Epoch.Value + 1), "driver/1", [state.Scheduler.Version]),
            _now);
    }

    internal StudyState State => _engine.State;

    /// <summary>All events so far.</summary>
    internal IReadOnlyList<JournalEntry> Journal => _journal;

    /// <summary>Offers the slots.</summary>
    internal StudyDriver OfferSlots()
    {
        for (int slot = 0; slot < _slots; slot++)
            Tell(new OfferPlacement(new OfferId(slot + 1), new WorkerId("w"), [slot]));
        return this;
    }

    /// <summary>Lets some steps happen while there is work.</summary>
    internal StudyDriver Run(int steps)
    {
        for (int step = 0; step < steps && State.Running.Count > 0; step++)
            Step(State.Trial(State.Running.ElementAt(_chance.NextInt32(State.Running.Count))));
        return this;
    }

    /// <summary>Goes on until the study is finished.</summary>
    internal StudyDriver RunToEnd()
    {
        for (int step = 0; State.Phase != StudyPhase.Finished; step++)
        {
            Spec.Demand(
                State.Running.Count > 0,
                $"A study that is not finished has work under way, got {State.Phase} at event "
                + $"{State.Head} with {State.Paused.Count} paused trials");
            Spec.Demand(step < MostSteps, $"A study ends within {MostSteps} reports");
            Run(1);
        }

        return this;
    }

    internal void Tell(StudyCommand command)
    {
        _now += TimeSpan.FromSeconds(1);
        if (_engine.Handle(command, _now) is Acceptance.Refused refused)
            throw new SpecException($"{command} was refused: {refused.Reason}");
        CheckAccepted();
    }

    private void Step(TrialState trial)
    {
        double fate = _chance.NextDouble();
        if ((fate -= _faults.Failures) < 0)
            Tell(new EndAttempt(trial.Attempt, AttemptEnd.Error, "injected"));
        else if ((fate -= _faults.LostWorkers) < 0)
            Interrupt(trial);
        else if ((fate -= _faults.Cancellations) < 0)
            Tell(new CancelTrial(new TrialNumber(_chance.NextInt32(State.Trials.Count))));
        else if (fate < _faults.Returns && trial.LastReport > 0)
            Tell(new EndAttempt(trial.Attempt, AttemptEnd.Returned, string.Empty));
        else
            Report(trial);
    }

    // A program that can resume saves a checkpoint when it is interrupted.
    private void Interrupt(TrialState trial)
    {
        if (State.Specification.Program.Resumes && trial.AttemptResource > Resource.Zero)
            Tell(new SaveCheckpoint(new Checkpoint(trial.Attempt, trial.AttemptResource)));
        Tell(new EndAttempt(trial.Attempt, AttemptEnd.Interrupted, "injected"));
    }

    private void Report(TrialState trial)
    {
        long last = Math.Max(trial.AttemptResource.Units, 0);
        if (trial.Until is null && last >= _faults.OwnEnd)
        {
            Tell(new EndAttempt(trial.Attempt, AttemptEnd.Returned, string.Empty));
            return;
        }

        // Sometimes a program reports only every few units and passes its decision point.
        long next = last + 1 + (_chance.NextDouble() < _faults.Leaps ? _chance.NextInt32(5) : 0);
        if (State.Specification.Program.Resumes && next >= trial.Until?.Units)
            Tell(new SaveCheckpoint(new Checkpoint(trial.Attempt, new Resource(next))));
        Tell(new ReportMeasurement(
            trial.Attempt,
            trial.LastReport + 1,
            new Resource(next),
            State.Specification.MetricsOf(ValueAt(trial.Number, next))));
    }

    // A function of trial and resource, with ties.
    private double ValueAt(TrialNumber trial, long resource)
    {
        RandomStream draws = RandomStream.For(_seed, Values, trial.Value, 0);
        return draws.NextInt32(20) + 10.0 / resource;
    }

    private void CheckAccepted()
    {
        foreach (JournalEntry entry in _engine.TakeBatch().Events)
        {
            _journal.Add(entry);
            Spec.Demand(
                entry.Event is not MessageRejected,
                $"Deciding never fails, got {entry.Event}");
        }
    }
}
