using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;

namespace ActorTune.Simulation;

/// <summary>
/// Runs a study in virtual time on one thread: the engine, the sampler and the scheduler are the
/// real ones, only the training is simulated. The same input gives the same journal.
/// </summary>
public sealed partial class StudySimulation
{
    private static readonly WorkerId Worker = new("simulated");

    private readonly StudySpecification _specification;
    private readonly ISimulatedProgram _program;
    private readonly IStrategyCatalog _catalog;
    private readonly SamplerSuggestions _suggestions;
    private readonly SimulationOptions _options;
    private readonly StudyEngine _engine;
    private readonly StudyGate _gate;
    private readonly bool _resumes;
    private readonly List<JournalEntry> _events = [];
    private readonly Dictionary<AttemptId, SimulatedAttempt> _attempts = [];

    // Steps at one time happen in the order in which they were planned.
    private readonly PriorityQueue<SimulatedAttempt, (long Ticks, long Order)> _agenda = new();
    private int _saidCount;
    private long _order;
    private long _busyTicks;
    private DateTimeOffset _now;

    private StudySimulation(
        StudySpecification specification,
        ISimulatedProgram program,
        IStrategyCatalog catalog,
        SimulationOptions options)
    {
        _specification = specification;
        _program = program;
        _options = options;
        _resumes = options.Resumes ?? specification.Program.Resumes;
        _now = options.Start;
        _catalog = catalog;
        _suggestions = new SamplerSuggestions(catalog.SamplerOf(specification));
        var state = new StudyState(catalog)
        {
            Changed = change => _suggestions.Sampler.Observe(change),
        };
        _engine = new StudyEngine(state, _suggestions);
        Recover();
        _gate = StudyGate.Of(_engine);
    }

    /// <summary>Runs a study to its end, or until nothing more can happen.</summary>
    /// <param name="specification">The study.</param>
    /// <param name="program">The training.</param>
    /// <param name="options">Slots and what to keep.</param>
    /// <param name="catalog">The strategies; null: the standard ones.</param>
    public static SimulationResult Run(
        StudySpecification specification,
        ISimulatedProgram program,
        SimulationOptions? options = null,
        IStrategyCatalog? catalog = null)
    {
        var simulation = new StudySimulation(
            specification,
            program,
            catalog ?? StandardStrategies.Instance,
            options ?? new SimulationOptions());
        return simulation.Run();
    }

    private SimulationResult Run()
    {
        DateTimeOffset start = _now;
        Open();
        for (int slot = 0; slot < _options.Slots; slot++)
            Handle(new OfferPlacement(_gate.NextOffer, Worker, [slot]));
        while (_agenda.TryDequeue(out SimulatedAttempt? attempt, out _))
        {
            if (_engine.State.Phase == StudyPhase.Finished)
                break;
            if (_attempts.ContainsKey(attempt.Trial.Attempt))
                Happen(attempt);
        }

        return new SimulationResult(
            _engine.State, _events, _now - start, TimeSpan.FromTicks(_busyTicks));
    }

    private void Happen(SimulatedAttempt attempt)
    {
        SimulatedStep step = attempt.Step;
        _now = attempt.Due;
        _busyTicks += step.Duration.Ticks;
        AttemptId id = attempt.Trial.Attempt;
        if (step.End is { } end)
        {
            _attempts.Remove(id);
            _gate.End(new EndAttempt(id, end, "simulated"), null, attempt.Report, _now);
            Settle();
            return;
        }

        attempt.Spent = step.Resource;
        attempt.Report++;
        MetricSet metrics = step.Metrics ?? _specification.MetricsOf(step.Value);
        _gate.Report(
            new ReportMeasurement(id, attempt.Report, step.Resource, metrics),
            attempt.IsAtBarrier && _resumes ? step.Resource : null,
            _now);
        Settle();
        if (_attempts.ContainsKey(id))
            GoOn(attempt);
    }

    // In a strict study the answer may come later, when it is its turn.
    private void GoOn(SimulatedAttempt attempt)
    {
        attempt.IsWaiting = attempt.IsAtBarrier;
        if (!attempt.IsWaiting)
            Plan(attempt);
    }

    private void Handle(StudyCommand command)
    {
        _gate.Handle(command, _now);
        Settle();
    }

    private void Settle()
    {
        LetOut();
        while (_saidCount < _options.Said.Count
            && _engine.State.Head >= _options.Said[_saidCount].After)
        {
            _gate.Handle(_options.Said[_saidCount++].Command, _now);
            LetOut();
        }
    }

    private void LetOut()
    {
        StudyBatch batch = _gate.TakeBatch();
        if (_options.KeepEvents)
            _events.AddRange(batch.Events);
        foreach (StudyEffect effect in batch.Effects)
            Apply(effect);
    }

    private void Apply(StudyEffect effect)
    {
        switch (effect)
        {
            case BeginAttempt begin:
                var trial = new SimulatedTrial(begin.Attempt, begin.Configuration, begin.Seed)
                {
                    From = begin.From,
                };
                var attempt = new SimulatedAttempt(
                    trial, begin.From?.Resource ?? Resource.Zero, begin.Until);
                _attempts.Add(begin.Attempt, attempt);
                Plan(attempt);
                break;
            case InstructAttempt { Instruction: AttemptInstruction.Continue } instruct:
                if (_attempts.TryGetValue(instruct.Attempt, out SimulatedAttempt? running))
                    Continue(running, instruct.Until);
                break;
            case InstructAttempt instruct:
                _attempts.Remove(instruct.Attempt);
                break;
        }
    }

    private void Continue(SimulatedAttempt attempt, Resource? until)
    {
        attempt.Until = until;
        if (attempt.IsWaiting)
            GoOn(attempt);
    }

    private void Plan(SimulatedAttempt attempt)
    {
        attempt.Step = _program.Next(attempt.Trial, attempt.Spent);
        attempt.Due = _now + attempt.Step.Duration;
        _agenda.Enqueue(attempt, (attempt.Due.UtcTicks, _order++));
    }
}
