namespace ActorTune.Samples.OwnScheduler;

/// <summary>
/// Asynchronous successive halving, written for reading: a trial pauses at every rung, and the best
/// of each rung's first 1/eta goes on to the next (Li et al., MLSys 2020, algorithm 2).
/// </summary>
public class OwnHalving : ITrialScheduler
{
    private readonly int _factor;
    private readonly OwnRung[] _rungs;
    private readonly SortedSet<TrialNumber> _paused = [];

    /// <summary>Creates the scheduler.</summary>
    /// <param name="objective">Says which value is better.</param>
    /// <param name="levels">The rungs' resources, growing; the last one is the full resource.
    /// </param>
    /// <param name="factor">One of so many goes on.</param>
    public OwnHalving(Objective objective, IEnumerable<long> levels, int factor)
    {
        _factor = factor;
        _rungs = [.. levels.Select(level => new OwnRung(objective, level))];
    }

    /// <inheritdoc/>
    public string Version => "own-halving/1";

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    /// <summary>The levels min, min eta, min eta^2, ... below max, then max.</summary>
    /// <param name="min">The first level.</param>
    /// <param name="max">The full resource.</param>
    /// <param name="factor">Eta.</param>
    public static IEnumerable<long> Levels(long min, long max, int factor)
    {
        for (long level = min; level < max; level *= factor)
            yield return level;
        yield return max;
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        TrialNumber trial = change.Trial;
        int entered = Entered(trial);
        _paused.Remove(trial);
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                Enter(trial, entered, change);
                break;
            case TrialChangeKind.Paused:
                _paused.Add(trial);
                break;
            case TrialChangeKind.Promoted when entered > 0:
                NotePromotion(trial, entered - 1);
                break;
            case TrialChangeKind.Failed when entered < _rungs.Length:
                _rungs[entered].Enter(trial, null);
                break;
            case TrialChangeKind.Cancelled:
                foreach (OwnRung rung in _rungs)
                    rung.Remove(trial);
                break;
        }
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured)
    {
        var reason = new DecisionReason(Version, Value: measured.Value);
        return measured.Resource.Units >= _rungs[^1].Level
            ? SchedulerDecision.Complete(reason)
            : SchedulerDecision.Pause(reason);
    }

    /// <inheritdoc/>
    public virtual NextAction Next(bool mayStart)
    {
        for (int rung = _rungs.Length - 2; rung >= 0; rung--)
        {
            int kept = _rungs[rung].Count / _factor;
            foreach (RungEntry entry in _rungs[rung].Ranking().Take(kept))
            {
                if (!entry.IsPromoted && MayGoOn(entry.Trial))
                    return new NextAction.Promote(
                        entry.Trial,
                        new Resource(_rungs[rung + 1].Level),
                        new DecisionReason(Version, rung, _rungs[rung].Count, kept, entry.Value));
            }
        }

        return mayStart
            ? new NextAction.StartNew(default, new Resource(_rungs[0].Level))
            : NextAction.Wait;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) =>
        bracket == default && rung >= 0 && rung < _rungs.Length
            ? [.. _rungs[rung].Ranking()]
            : [];

    /// <inheritdoc/>
    public IReadOnlyList<RungSummary> Rungs() =>
    [
        .. _rungs.Select((rung, index) => new RungSummary(
            default, index, new Resource(rung.Level), rung.Count, rung.PromotedCount, null)),
    ];

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("rungs");
        foreach (OwnRung rung in _rungs)
            rung.Save(writer);
        writer.WriteEndArray();
        writer.WriteStartArray("paused");
        foreach (TrialNumber trial in _paused)
            writer.WriteNumberValue(trial.Value);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object
            || !state.TryGetProperty("rungs", out JsonElement rungs)
            || rungs.GetArrayLength() != _rungs.Length)
            throw new FormatException($"This is no state of {Version} with these rungs.");
        for (int i = 0; i < _rungs.Length; i++)
            LoadRung(i, rungs[i]);
        foreach (JsonElement trial in state.GetProperty("paused").EnumerateArray())
            _paused.Add(new TrialNumber(trial.GetInt32()));
    }

    /// <summary>A trial left a rung for the next one.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="rung">The rung that it left, from 0.</param>
    protected virtual void NotePromotion(TrialNumber trial, int rung) =>
        _rungs[rung].Promote(trial);

    /// <summary>Whether a trial that its rung keeps can be promoted now.</summary>
    /// <param name="trial">The trial.</param>
    protected virtual bool MayGoOn(TrialNumber trial) => _paused.Contains(trial);

    /// <summary>Takes a rung over from a saved state.</summary>
    /// <param name="rung">The rung, from 0.</param>
    /// <param name="saved">What was saved of it.</param>
    protected virtual void LoadRung(int rung, JsonElement saved) => _rungs[rung].Load(saved);

    private int Entered(TrialNumber trial) => _rungs.Count(rung => rung.Holds(trial));

    // A report that passes several rungs enters each of them, bottom up.
    private void Enter(TrialNumber trial, int entered, in TrialChange measured)
    {
        for (int rung = entered; rung < _rungs.Length; rung++)
        {
            if (_rungs[rung].Level > measured.Resource.Units)
                break;
            if (rung > 0)
                _rungs[rung - 1].Promote(trial);
            _rungs[rung].Enter(trial, measured.Value);
        }
    }
}
