namespace ActorTune.Strategies.Samplers.History;

/// <summary>
/// The one view of earlier trials that every sampler uses: a trial with a measurement at a rung is
/// observed at its highest rung, whatever its state, so that promoted, running trials never count
/// as pending. What it answers is a function of the changes observed.
/// </summary>
internal sealed class TrialHistory(SearchSpace space, IReadOnlyList<Objective> objectives)
{
    private readonly List<HistoryTrial?> _trials = [];
    private readonly SortedSet<int> _pending = [];
    private readonly ImportedTrials _imported = new(space);
    private int _observedCount;

    // Null until it is first asked for: some samplers never do.
    private List<HistoryTrial>? _ranked;

    /// <summary>The search space.</summary>
    internal SearchSpace Space { get; } = space;

    /// <summary>
    /// The trials by number; null where a number was never started here.
    /// </summary>
    internal IReadOnlyList<HistoryTrial?> Trials => _trials;

    /// <summary>How many trials were imported: they have the numbers from -1 down.</summary>
    internal int ImportedCount => _imported.Count;

    /// <summary>All trials in the order of their numbers, imported ones first.</summary>
    internal IEnumerable<HistoryTrial> Known =>
        _imported.Among(Own, Revision).ByNumber.Concat(_trials.OfType<HistoryTrial>());

    /// <summary>The observed and failed trials, imported ones among them, best first.</summary>
    internal IReadOnlyList<HistoryTrial> Ranked => _imported.Count == 0
        ? Own
        : _imported.Among(Own, Revision).Merged;

    /// <summary>The numbers of the trials without a measurement at a rung, in order.</summary>
    internal IReadOnlyCollection<int> Pending => _pending;

    /// <summary>
    /// How many trials are observed, imported ones counted and failed ones not.
    /// </summary>
    internal int ObservedCount => _observedCount + _imported.Count;

    /// <summary>Grows with every change, so that what was computed from it can be kept.</summary>
    internal long Revision { get; private set; }

    /// <summary>The trial of a number; null where none was started here.</summary>
    internal HistoryTrial? Find(int number) => number >= 0
        ? _trials[number]
        : _imported.Among(Own, Revision).Of(number);

    private List<HistoryTrial> Own => _ranked ??= [.. _trials.OfType<HistoryTrial>()
        .Where(IsRanked)
        .Order(TrialRanking.Instance)];

    /// <summary>Takes a change in.</summary>
    /// <returns>The trial, or null when the change tells samplers nothing new.</returns>
    internal HistoryTrial? Observe(in TrialChange change)
    {
        if (change.Kind == TrialChangeKind.Started)
            return Start(change);
        if (change.Kind == TrialChangeKind.Imported)
            return Import(change);
        int number = change.Trial.Value;
        if (number >= _trials.Count || _trials[number] is not { } trial)
            return null;
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                trial.IsMeasured = true;
                return change.IsDecisionPoint ? Place(trial, change) : null;
            case TrialChangeKind.Paused or TrialChangeKind.Stopped or TrialChangeKind.Completed:
                return trial.IsMeasured ? Place(trial, change) : Leave(trial, false);
            case TrialChangeKind.Failed:
                return Leave(trial, true);
            case TrialChangeKind.Cancelled:
                return Leave(trial, false);
            default:
                return null;
        }
    }

    /// <summary>Writes the trials as one JSON array.</summary>
    internal void Save(Utf8JsonWriter writer) =>
        HistoryText.Write(writer, Space, _imported.AsTold, _trials);

    /// <summary>Takes over what was written, in a history just created.</summary>
    internal void Load(JsonElement saved)
    {
        foreach (HistoryTrial trial in HistoryText.Read(saved, Space))
        {
            Revision++;
            if (trial.IsImported)
            {
                _imported.Add(trial.Configuration, trial.Quantile);
                continue;
            }

            Keep(trial);
            if (trial.Status == ObservationStatus.Pending)
                _pending.Add(trial.Number);
            else if (trial.Status != ObservationStatus.Ignored)
                Insert(trial);
        }
    }

    private HistoryTrial Import(in TrialChange change)
    {
        Revision++;
        return _imported.Add(change.Configuration!, change.Value);
    }

    private HistoryTrial Start(in TrialChange change)
    {
        Configuration configuration = change.Configuration!;
        var trial = new HistoryTrial(
            change.Trial.Value, change.Bracket, configuration, Space);
        Keep(trial);
        _pending.Add(trial.Number);
        Revision++;
        return trial;
    }

    private void Keep(HistoryTrial trial)
    {
        while (_trials.Count <= trial.Number)
            _trials.Add(null);
        _trials[trial.Number] = trial;
    }

    private HistoryTrial? Place(HistoryTrial trial, in TrialChange change)
    {
        double loss = Loss(0, change.Value);
        bool isKnown = trial.Status == ObservationStatus.Observed
            && trial.Rung == change.Resource && trial.Loss.Equals(loss);
        if (isKnown || trial.Status is ObservationStatus.Failed or ObservationStatus.Ignored)
            return null;
        Remove(trial);
        trial.Status = ObservationStatus.Observed;
        trial.Rung = change.Resource;
        trial.Loss = loss;
        trial.Losses = objectives.Count > 1 ? Losses(change.Outcome!) : null;
        trial.Violations = change.Outcome is { Violations.Count: > 0 } outcome
            ? [.. outcome.Violations]
            : null;
        trial.Violation = change.Outcome?.TotalViolation ?? 0;
        Insert(trial);
        Revision++;
        return trial;
    }

    private double[] Losses(TrialOutcome outcome)
    {
        var losses = new double[objectives.Count];
        for (int i = 0; i < losses.Length; i++)
            losses[i] = Loss(i, outcome.Values[i]);
        return losses;
    }

    private double Loss(int objective, double value) =>
        objectives[objective].Direction == Direction.Minimize ? value : -value;

    private HistoryTrial Leave(HistoryTrial trial, bool isFailure)
    {
        Remove(trial);
        trial.Status = isFailure ? ObservationStatus.Failed : ObservationStatus.Ignored;
        if (isFailure)
            Insert(trial);
        Revision++;
        return trial;
    }

    private void Insert(HistoryTrial trial)
    {
        _ranked?.Insert(~_ranked.BinarySearch(trial, TrialRanking.Instance), trial);
        if (trial.Status == ObservationStatus.Observed)
            _observedCount++;
    }

    private void Remove(HistoryTrial trial)
    {
        _pending.Remove(trial.Number);
        if (!IsRanked(trial))
            return;
        _ranked?.RemoveAt(_ranked.BinarySearch(trial, TrialRanking.Instance));
        if (trial.Status == ObservationStatus.Observed)
            _observedCount--;
    }

    private static bool IsRanked(HistoryTrial trial) =>
        trial.Status is ObservationStatus.Observed or ObservationStatus.Failed;
}
