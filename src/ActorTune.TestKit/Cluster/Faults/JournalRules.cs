using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.TestKit.Cluster;

/// <summary>
/// The rules that every journal keeps at every event, written down once more beside the engine.
/// </summary>
internal sealed partial class JournalRules(IStrategyCatalog catalog)
{
    private readonly StudyState _state = new(catalog);
    private readonly HashSet<(AttemptId, long)> _reports = [];
    private readonly HashSet<Checkpoint> _checkpoints = [];
    private readonly Dictionary<TrialNumber, RuledTrial> _trials = [];
    private readonly OfferRules _offers = new();
    private Dictionary<(BracketIndex, int), int> _rungs = [];
    private int _enqueued;
    private int _enqueuedStarted;

    internal int Count { get; private set; }

    internal bool HasReport(AttemptId attempt, long report) => _reports.Contains((attempt, report));

    internal bool IsCurrent(AttemptId attempt) => Fence(attempt) is null;

    /// <summary>Takes an event in.</summary>
    /// <returns>The rule that it breaks; null if none.</returns>
    internal string? Take(JournalEntry entry)
    {
        if (entry.Sequence.Value != ++Count)
            return $"events follow one another without a gap: {Count} was expected";
        string? problem = Judge(entry.Event) ?? _offers.Take(entry.Event);
        if (problem is not null)
            return problem;
        try
        {
            _state.Evolve(entry);
        }
        catch (CorruptJournalException error)
        {
            return $"the journal folds: {error.Message}";
        }

        return CheckRungs();
    }

    private string? Judge(StudyEvent change) => change switch
    {
        StudyCreated created => Enqueue(created.Specification.Enqueue.Count),
        TrialEnqueued => Enqueue(1),
        TrialSuggested suggested => Begin(suggested),
        TrialReused reused => Add(reused.Trial, null),
        TrialRetried retried => Resume(retried.Attempt, retried.From),
        TrialPromoted promoted => Resume(promoted.Attempt, promoted.From),
        MeasurementReported reported => Measure(reported),
        MeasurementRepeated repeated => Hear(repeated.Attempt, repeated.Report),
        CheckpointSaved saved => Save(saved.Checkpoint),
        AttemptEnded ended => Leave(ended.Attempt),
        AttemptLost lost => Leave(lost.Attempt),
        AttemptPlaced placed => Place(placed),
        TrialContinued continued => Decide(continued.Trial, false),
        TrialPaused paused => Decide(paused.Trial, true),
        TrialStopped stopped => Finish(stopped.Trial),
        TrialCompleted completed => Finish(completed.Trial),
        TrialFailed failed => Finish(failed.Trial),
        TrialCancelled cancelled => Finish(cancelled.Trial),
        _ => null,
    };

    private string? Enqueue(int count)
    {
        _enqueued += count;
        return null;
    }

    private string? Begin(TrialSuggested suggested)
    {
        if (suggested.Origin == SuggestionOrigin.Enqueued && ++_enqueuedStarted > _enqueued)
            return $"what a person enqueued is started once: {_enqueued} were enqueued";
        return Add(suggested.Trial, new AttemptId(suggested.Trial, 1))
            ?? CheckResume(suggested.From);
    }

    private string? Add(TrialNumber trial, AttemptId? attempt)
    {
        if (trial.Value != _trials.Count)
            return $"no decision is taken twice: trial {_trials.Count} was expected";
        _trials[trial] = new RuledTrial
        {
            Attempt = attempt ?? default,
            Runs = attempt is not null,
        };
        return null;
    }

    private string? Resume(AttemptId attempt, Checkpoint? from)
    {
        RuledTrial row = _trials[attempt.Trial];
        if (row.Runs || row.IsFinal)
            return $"no decision is taken twice: {row.Attempt} {(row.Runs ? "runs" : "is done")}";
        row.Attempt = attempt;
        row.Runs = true;
        return CheckResume(from);
    }

    // In a strict study a trial keeps running while its attempts come and go.
    private string? Place(AttemptPlaced placed)
    {
        RuledTrial row = _trials[placed.Attempt.Trial];
        if (row.IsFinal || placed.Attempt.Number < row.Attempt.Number)
            return $"an older attempt never comes back: {row.Attempt} was there";
        row.Attempt = placed.Attempt;
        row.Runs = true;
        return CheckResume(placed.From);
    }

    private string? CheckResume(Checkpoint? from)
    {
        if (from is not { } checkpoint)
            return null;
        if (!_checkpoints.Contains(checkpoint))
            return $"no resume names a missing checkpoint: {checkpoint}";
        return checkpoint.Resource.Units > _trials[checkpoint.Attempt.Trial].Measured
            ? $"no resume names a later checkpoint than was measured: {checkpoint}"
            : null;
    }

    private string? Measure(MeasurementReported reported)
    {
        RuledTrial row = _trials[reported.Attempt.Trial];
        if (reported.Resource.Units <= row.Measured)
            return $"the resource of a trial grows: it was at {row.Measured}";
        row.Measured = reported.Resource.Units;
        return Hear(reported.Attempt, reported.Report);
    }

    private string? Hear(AttemptId attempt, long report) =>
        Fence(attempt) ?? (_reports.Add((attempt, report))
            ? null
            : $"no report counts twice: {report} of {attempt}");

    private string? Save(Checkpoint checkpoint)
    {
        _checkpoints.Add(checkpoint);
        return Fence(checkpoint.Attempt);
    }

    private string? Fence(AttemptId attempt)
    {
        RuledTrial row = _trials[attempt.Trial];
        return row.Runs && row.Attempt == attempt
            ? null
            : $"a fenced attempt neither speaks nor writes: {attempt}";
    }

    private string? Leave(AttemptId attempt)
    {
        string? problem = Fence(attempt);
        _trials[attempt.Trial].Runs = false;
        return problem;
    }

    private string? Decide(TrialNumber trial, bool leaves)
    {
        RuledTrial row = _trials[trial];
        if (row.Measured <= row.Decided)
            return $"no decision is taken twice: trial {trial} was judged at {row.Decided}";
        row.Decided = row.Measured;
        row.Runs = !leaves;
        return null;
    }

    private string? Finish(TrialNumber trial)
    {
        RuledTrial row = _trials[trial];
        bool wasFinal = row.IsFinal;
        row.Runs = false;
        row.IsFinal = true;
        return wasFinal ? $"no decision is taken twice: trial {trial} is done" : null;
    }

    private string? CheckRungs()
    {
        if (_state.Phase == StudyPhase.Empty)
            return null;
        var rungs = new Dictionary<(BracketIndex, int), int>();
        foreach (RungSummary rung in _state.Scheduler.Rungs())
        {
            rungs.Add((rung.Bracket, rung.Rung), rung.Count);
            if (rung.Count < _rungs.GetValueOrDefault((rung.Bracket, rung.Rung)))
                return $"rungs only grow: rung {rung.Rung} has {rung.Count}";
        }

        _rungs = rungs;
        return null;
    }
}
