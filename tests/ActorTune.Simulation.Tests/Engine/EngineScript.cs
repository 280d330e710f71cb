using ActorTune.Objectives;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Engine;

/// <summary>An engine driven command by command, so that a test reads like a transcript.</summary>
internal sealed class EngineScript
{
    private readonly StudyEngine _engine;
    private readonly Dictionary<AttemptId, long> _reports = [];
    private readonly List<JournalEntry> _journal = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal EngineScript(
        StudySpecification specification, int slots = 1, Action<TrialChange>? changed = null)
    {
        ISampler sampler = StandardStrategies.Instance.SamplerOf(specification);
        var state = new StudyState(StandardStrategies.Instance)
        {
            Changed = change =>
            {
                sampler.Observe(change);
                changed?.Invoke(change);
            },
        };
        _engine = new StudyEngine(state, new SamplerSuggestions(sampler));
        _engine.Record(new StudyCreated(specification), _now);
        _engine.Record(new CoordinatorStarted(new Epoch(1), "test", []), _now);
        for (int slot = 0; slot < slots; slot++)
            Offer(slot + 1, "w");
    }

    internal StudyState State => _engine.State;

    internal IReadOnlyList<JournalEntry> Journal
    {
        get
        {
            Take();
            return _journal;
        }
    }

    internal void Pass(TimeSpan time) => _now += time;

    internal IReadOnlyList<StudyEffect> Offer(long offer, string worker) => Do(
        new OfferPlacement(new OfferId(offer), new WorkerId(worker), [(int)offer - 1]));

    internal IReadOnlyList<StudyEffect> Report(int trial, long resource, double value) =>
        Report(trial, resource, ("loss", value));

    internal IReadOnlyList<StudyEffect> Report(
        int trial, long resource, params (string Name, double Value)[] metrics)
    {
        AttemptId attempt = State.Trials[trial].Attempt;
        long report = _reports[attempt] = _reports.GetValueOrDefault(attempt) + 1;
        return Do(new ReportMeasurement(attempt, report, new Resource(resource), new MetricSet(
            [.. metrics.Select(metric => metric.Name)],
            [.. metrics.Select(metric => metric.Value)])));
    }

    internal static ReportMeasurement Measurement(
        AttemptId attempt, long report, long resource, double value) =>
        new(attempt, report, new Resource(resource), new MetricSet("loss", value));

    internal IReadOnlyList<StudyEffect> End(int trial, AttemptEnd end) =>
        Do(new EndAttempt(State.Trials[trial].Attempt, end, "scripted"));

    internal IReadOnlyList<StudyEffect> Do(StudyCommand command)
    {
        Handle(command);
        return Take();
    }

    internal Acceptance Handle(StudyCommand command) => _engine.Handle(command, _now);

    internal void Restart()
    {
        Take();
        _engine.Record(new CoordinatorStarted(State.Epoch.Next, "test", []), _now);
        Take();
    }

    internal string Statuses() =>
        string.Join(" ", State.Trials.Select(trial => $"{trial.Number}:{trial.Status}"));

    internal string Events() => string.Join(
        " ", Journal.Select(entry => entry.Event.GetType().Name));

    private IReadOnlyList<StudyEffect> Take()
    {
        StudyBatch batch = _engine.TakeBatch();
        _journal.AddRange(batch.Events);
        return batch.Effects;
    }
}
