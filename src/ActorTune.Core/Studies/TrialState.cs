using ActorTune.Strategies;

namespace ActorTune.Studies;

/// <summary>What the journal so far says about one trial.</summary>
public sealed partial class TrialState
{
    private MeasuredCurve _curve = new();
    private CheckpointSet _checkpoints;
    private TrialRarities? _rarities;

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

    /// <summary>
    /// The checkpoint that a further attempt would go on from: the latest whole one that is not
    /// beyond what was measured; without one, the donor's that it started from; or null.
    /// </summary>
    public Checkpoint? Checkpoint => OwnCheckpoint ?? Inherited;

    /// <summary>The trial that it was started from; null: from nothing.</summary>
    public TrialParent? Parent => _rarities?.Origin?.Parent;

    /// <summary>All its checkpoints that may still be used, oldest first.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints => _checkpoints.All;

    /// <summary>How its last attempt ended, when it ended before it was told to.</summary>
    public AttemptEnd? LastEnd => _rarities?.Setbacks?.LastEnd;

    /// <summary>What was said about that end.</summary>
    public string LastMessage => _rarities?.Setbacks?.LastMessage ?? string.Empty;

    /// <summary>Why the latest decision about it was taken; null before any.</summary>
    public DecisionReason? Reason { get; internal set; }

    /// <summary>The resource of its latest measurement.</summary>
    public Resource Resource => Count == 0 ? default : _curve.ResourceAt(Count - 1);

    /// <summary>Its reduced value at that resource; null before any measurement.</summary>
    public double? Value => Count == 0 ? null : ReducedValue;

    /// <summary>
    /// All objectives and constraints at its latest measurement; null before one, and in a study
    /// with one objective and no constraint.
    /// </summary>
    public TrialOutcome? Outcome => _rarities?.Outcome;

    /// <summary>Whether every constraint holds, as far as anything was measured.</summary>
    public bool IsFeasible => Outcome is not { } outcome || outcome.IsFeasible;

    /// <summary>How many measurements stand.</summary>
    public int Count => _curve.Count;

    /// <summary>The checkpoint of its own that a further attempt would go on from.</summary>
    internal Checkpoint? OwnCheckpoint => _checkpoints.LatestUpTo(Resource);

    /// <summary>What it has of another trial; null: nothing.</summary>
    internal TrialOrigin? Origin => _rarities?.Origin;

    /// <summary>How its attempts ended early.</summary>
    internal TrialSetbacks Setbacks => Rarities.Setbacks ??= new TrialSetbacks();

    /// <summary>Whether a person asked to end it.</summary>
    internal bool IsCancelRequested { get; set; }

    /// <summary>Whether it has left its slot by a decision before.</summary>
    internal bool HasLeft { get; set; }

    /// <summary>Whether it was promoted only to finish the best trials.</summary>
    internal bool IsFinishing { get; set; }

    internal double ReducedValue { get; private set; }

    private TrialRarities Rarities => _rarities ??= new TrialRarities();

    private Checkpoint? Inherited => Origin is { HoldsInherited: true } origin
        ? origin.Inherited
        : null;

    /// <summary>A measurement by position, from 0 in the order of resource.</summary>
    public (Resource Resource, double Value) this[int index] => index >= 0 && index < Count
        ? (_curve.ResourceAt(index), _curve.Values[index])
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>
    /// The objective as measured at a resource, or null when none was measured there.
    /// </summary>
    public double? ValueAt(Resource resource) =>
        _curve.PositionOf(resource) is >= 0 and int position ? _curve.Values[position] : null;

    /// <summary>It began with a part of another trial.</summary>
    internal void BeginFrom(TrialParent? parent, Checkpoint? inherited)
    {
        if (parent is null && inherited is null)
            return;
        Rarities.Origin = new TrialOrigin
        {
            Parent = parent,
            Inherited = inherited,
            HoldsInherited = inherited is not null,
        };
    }

    internal void Measure(Objective objective, Resource resource, double value)
    {
        _curve.Add(resource, value);
        ReducedValue = ReducedValues.After(objective, _curve.Values, ReducedValue);
        bool keepsBest = objective.Reduce.Kind == ReductionKind.Best;
        _checkpoints.Replace(resource, keepsBest ? BestAt() : null);
    }

    internal void Judge(StudySpecification specification, MetricSet metrics)
    {
        if (!specification.JudgesByOutcome)
            return;
        OutcomeReduction reduction =
            Rarities.Reduction ??= new OutcomeReduction(specification.Objectives.Skip(1));
        Rarities.Outcome = reduction.Take(specification, ReducedValue, metrics);
    }

    internal void AddCheckpoint(Checkpoint checkpoint) => _checkpoints.Add(checkpoint);

    internal void ReplaceCheckpoints() => _checkpoints.ReplaceAll();

    internal void HoldCheckpoint(Checkpoint checkpoint) => _checkpoints.Hold(checkpoint);

    internal void ReleaseCheckpoint(Checkpoint checkpoint) => _checkpoints.Release(checkpoint);

    internal IReadOnlyList<Checkpoint> TakeReplaced() => _checkpoints.TakeReplaced();

    // The first of equal ones: only a better value takes its place.
    private Resource BestAt() => _curve.ResourceAt(_curve.Values.IndexOf(ReducedValue));
}
