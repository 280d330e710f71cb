using ActorTune.Strategies;

namespace ActorTune.Studies;

/// <summary>What the journal so far says about one trial.</summary>
public sealed partial class TrialState
{
    private Measured[] _measured = [];
    private CheckpointSet? _checkpoints;
    private Resource _bestAt;
    private OutcomeReduction? _reduction;
    private DateTimeOffset _since;
    private long _ticks;

    internal TrialState(TrialNumber number, Configuration configuration, BracketIndex bracket)
    {
        Number = number;
        Configuration = configuration;
        Bracket = bracket;
    }

    /// <summary>The trial's number.</summary>
    public TrialNumber Number { get; }

    /// <summary>Its configuration.</summary>
    public Configuration Configuration { get; }

    /// <summary>Its bracket.</summary>
    public BracketIndex Bracket { get; internal set; }

    /// <summary>Where it stands.</summary>
    public TrialStatus Status { get; internal set; } = TrialStatus.Running;

    /// <summary>Its latest attempt.</summary>
    public AttemptId Attempt { get; internal set; }

    /// <summary>The slots that its latest attempt got.</summary>
    public OfferId Offer { get; internal set; }

    /// <summary>The worker of its latest attempt.</summary>
    public WorkerId Worker { get; internal set; }

    /// <summary>The resource of its next decision; null: its program's own end.</summary>
    public Resource? Until { get; internal set; }

    /// <summary>The checkpoint that its latest attempt went on from; null: from nothing.</summary>
    public Checkpoint? From { get; internal set; }

    /// <summary>
    /// The checkpoint that a further attempt would go on from: the latest whole one that is not
    /// beyond what was measured; without one, the donor's that it started from; or null.
    /// </summary>
    public Checkpoint? Checkpoint => OwnCheckpoint ?? (HoldsInherited ? Inherited : null);

    /// <summary>The trial that it was started from; null: from nothing.</summary>
    public TrialParent? Parent { get; internal set; }

    /// <summary>All its checkpoints that may still be used, oldest first.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints => _checkpoints?.All ?? [];

    /// <summary>The number of the last report of the latest attempt that was taken in.</summary>
    public long LastReport { get; internal set; }

    /// <summary>The highest resource that the latest attempt reported.</summary>
    public Resource AttemptResource { get; internal set; }

    /// <summary>How its last attempt ended, when it ended before it was told to.</summary>
    public AttemptEnd? LastEnd { get; internal set; }

    /// <summary>What was said about that end.</summary>
    public string LastMessage { get; internal set; } = string.Empty;

    /// <summary>Why the latest decision about it was taken; null before any.</summary>
    public DecisionReason? Reason { get; internal set; }

    /// <summary>The resource of its latest measurement.</summary>
    public Resource Resource => Count == 0 ? default : new Resource(_measured[Count - 1].Units);

    /// <summary>Its reduced value at that resource; null before any measurement.</summary>
    public double? Value => Count == 0 ? null : ReducedValue;

    /// <summary>
    /// All objectives and constraints at its latest measurement; null before one, and in a study
    /// with one objective and no constraint.
    /// </summary>
    public TrialOutcome? Outcome { get; private set; }

    /// <summary>Whether every constraint holds, as far as anything was measured.</summary>
    public bool IsFeasible => Outcome is not { } outcome || outcome.IsFeasible;

    /// <summary>
    /// How long its attempts have run, from their starts to their latest reports or ends.
    /// </summary>
    public TimeSpan RunTime => TimeSpan.FromTicks(_ticks);

    /// <summary>How many measurements stand.</summary>
    public int Count { get; private set; }

    /// <summary>The checkpoint of its own that a further attempt would go on from.</summary>
    internal Checkpoint? OwnCheckpoint => _checkpoints?.LatestUpTo(Resource);

    /// <summary>The other trial's checkpoint that its first attempt went on from.</summary>
    internal Checkpoint? Inherited { get; set; }

    /// <summary>Whether it may still start from that again.</summary>
    internal bool HoldsInherited { get; set; }

    /// <summary>Whether a person asked to end it.</summary>
    internal bool IsCancelRequested { get; set; }

    /// <summary>Whether it has left its slot by a decision before.</summary>
    internal bool HasLeft { get; set; }

    /// <summary>Whether it was promoted only to finish the best trials.</summary>
    internal bool IsFinishing { get; set; }

    /// <summary>Retries used up, by kind.</summary>
    internal int LostWorkerRetries { get; set; }

    internal int HangRetries { get; set; }

    internal int OutOfMemoryRetries { get; set; }

    internal int ErrorRetries { get; set; }

    internal double ReducedValue { get; private set; }

    /// <summary>A measurement by position, from 0 in the order of resource.</summary>
    public (Resource Resource, double Value) this[int index] =>
        index >= 0 && index < Count
            ? (new Resource(_measured[index].Units), _measured[index].Value)
            : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>
    /// The objective as measured at a resource, or null when none was measured there.
    /// </summary>
    public double? ValueAt(Resource resource)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_measured[middle].Units < resource.Units)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Count && _measured[low].Units == resource.Units ? _measured[low].Value : null;
    }

    internal void Measure(Objective objective, Resource resource, double value)
    {
        // Most trials are measured once or twice.
        if (Count == _measured.Length)
            Array.Resize(ref _measured, Count == 0 ? 1 : Count * 2);
        _measured[Count++] = new Measured(resource.Units, value);
        double reduced = ReducedValues.After(objective, _measured.AsSpan(0, Count), ReducedValue);
        if (Count == 1 || !reduced.Equals(ReducedValue))
            _bestAt = resource;
        ReducedValue = reduced;
        bool keepsBest = objective.Reduce.Kind == ReductionKind.Best;
        _checkpoints?.Replace(resource, keepsBest ? _bestAt : null);
    }

    internal void Judge(StudySpecification specification, MetricSet metrics)
    {
        _reduction ??= OutcomeReduction.For(specification);
        Outcome = _reduction?.Take(specification, ReducedValue, metrics);
    }

    /// <summary>Its attempt begins to run: what passed before was not its time.</summary>
    internal void StartClock(DateTimeOffset now) => _since = now;

    /// <summary>Its attempt has run up to now.</summary>
    internal void AdvanceClock(DateTimeOffset now)
    {
        _ticks += (now - _since).Ticks;
        _since = now;
    }

    internal void AddCheckpoint(Checkpoint checkpoint) =>
        (_checkpoints ??= new CheckpointSet()).Add(checkpoint);

    internal void ReplaceCheckpoints() => _checkpoints?.ReplaceAll();

    internal void HoldCheckpoint(Checkpoint checkpoint) =>
        (_checkpoints ??= new CheckpointSet()).Hold(checkpoint);

    internal void ReleaseCheckpoint(Checkpoint checkpoint) => _checkpoints?.Release(checkpoint);

    internal IReadOnlyList<Checkpoint> TakeReplaced()
    {
        IReadOnlyList<Checkpoint> taken = _checkpoints?.TakeReplaced() ?? [];
        if (_checkpoints is { IsEmpty: true })
            _checkpoints = null;
        return taken;
    }
}
