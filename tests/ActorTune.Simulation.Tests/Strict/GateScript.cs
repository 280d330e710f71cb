using System.Globalization;
using ActorTune.Objectives;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;
using ActorTune.Studies.Gates;
using ActorTune.Trials;

namespace ActorTune.Simulation.Strict;

/// <summary>A gate driven command by command, so that a test reads like a transcript.</summary>
internal sealed class GateScript
{
    private readonly List<JournalEntry> _journal = [];
    private readonly Dictionary<AttemptId, long> _reports = [];
    private StudyEngine _engine = null!;
    private StudyGate _gate = null!;
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private int _seen;

    internal GateScript(StudySpecification specification, int machineSlots)
    {
        Open(specification);
        Offer(machineSlots);
    }

    internal StudyState State => _engine.State;

    internal StudyGate Gate => _gate;

    internal IReadOnlyList<JournalEntry> Journal => _journal;

    /// <summary>What attempts were told since the last look: "begin 0#1", "pause 1#1".</summary>
    internal List<string> Told { get; } = [];

    internal void Pass(int seconds) => _now += TimeSpan.FromSeconds(seconds);

    internal void Offer(int count, string worker = "w")
    {
        for (int slot = 0; slot < count; slot++)
            Do(new OfferPlacement(_gate.NextOffer, new WorkerId(worker), [slot]));
    }

    /// <summary>The trial's attempt that has slots now, or had them last, reports.</summary>
    internal Acceptance Report(int trial, long resource, double value, bool saves = true)
    {
        AttemptId attempt = Attempt(trial);
        long report = _reports[attempt] = _reports.GetValueOrDefault(attempt) + 1;
        return Report(attempt, report, resource, value, saves);
    }

    internal Acceptance Report(
        AttemptId attempt, long report, long resource, double value, bool saves = true)
    {
        Acceptance acceptance = _gate.Report(
            new ReportMeasurement(
                attempt, report, new Resource(resource), new MetricSet("loss", value)),
            saves ? new Resource(resource) : null,
            _now);
        Take();
        return acceptance;
    }

    internal Acceptance End(int trial, AttemptEnd end)
    {
        AttemptId attempt = Attempt(trial);
        Acceptance acceptance = _gate.End(
            new EndAttempt(attempt, end, "scripted"),
            null,
            _reports.GetValueOrDefault(attempt),
            _now);
        Take();
        return acceptance;
    }

    internal void LoseWorker(string worker)
    {
        _gate.LoseWorker(new WorkerId(worker), _now);
        Take();
    }

    internal Acceptance Do(StudyCommand command)
    {
        Acceptance acceptance = _gate.Handle(command, _now);
        Take();
        return acceptance;
    }

    /// <summary>The process that decides ends and starts again; no attempt survives.</summary>
    internal void Crash(int machineSlots)
    {
        Open(null);
        foreach (PlacedAttempt placed in _gate.Placed)
            Do(new LoseAttempt(placed.Attempt));
        Offer(machineSlots);
    }

    /// <summary>
    /// What was taken in and decided in logical order since the last look: "0@1 1@1 pause 0".
    /// </summary>
    internal string Order()
    {
        string order = string.Join(
            " ", _journal.Skip(_seen).Select(entry => Word(entry.Event)).OfType<string>());
        _seen = _journal.Count;
        return order;
    }

    private static string? Word(StudyEvent change) => change switch
    {
        MeasurementReported it => $"{it.Attempt.Trial}@{it.Resource}",
        AttemptEnded it when it.End.IsLogical() => $"{it.Attempt.Trial}:end",
        TrialSuggested it => $"start-{it.Trial}",
        TrialPromoted it => $"promote-{it.Attempt.Trial}",
        TrialContinued it => $"continue-{it.Trial}",
        TrialPaused it => $"pause-{it.Trial}",
        TrialStopped it => $"stop-{it.Trial}",
        TrialCompleted it => $"complete-{it.Trial}",
        TrialFailed it => $"fail-{it.Trial}",
        LogicalTimeReached it =>
            string.Create(CultureInfo.InvariantCulture, $"ask@{it.Time}"),
        _ => null,
    };

    private AttemptId Attempt(int trial) => State.Trials[trial].Attempt;

    private void Open(StudySpecification? created)
    {
        ISampler? sampler = null;
        var state = new StudyState(StandardStrategies.Instance)
        {
            Changed = change => sampler?.Observe(change),
        };
        sampler = StandardStrategies.Instance.SamplerOf(
            created ?? ((StudyCreated)_journal[0].Event).Specification);
        _engine = new StudyEngine(state, new SamplerSuggestions(sampler));
        foreach (JournalEntry entry in _journal)
            _engine.Recover(entry);
        if (created is not null)
            _engine.Record(new StudyCreated(created), _now);
        _engine.Record(new CoordinatorStarted(State.Epoch.Next, "test", []), _now);
        _gate = StudyGate.Of(_engine);
        _gate.Open(_now);
        Take();
    }

    private void Take()
    {
        StudyBatch batch = _gate.TakeBatch();
        _journal.AddRange(batch.Events);
        foreach (StudyEffect effect in batch.Effects)
        {
            if (effect is BeginAttempt begin)
                Told.Add($"begin {begin.Attempt} from {begin.From?.Resource ?? Resource.Zero}");
            else if (effect is InstructAttempt { Instruction: not AttemptInstruction.Continue } it)
                Told.Add($"{it.Instruction} {it.Attempt}".ToLowerInvariant());
        }
    }
}
