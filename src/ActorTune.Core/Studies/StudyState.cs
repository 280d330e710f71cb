using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <summary>
/// A study as its journal tells it: the fold of all events so far. Only <see cref="Evolve"/>
/// changes it; deciding only reads it.
/// </summary>
public sealed partial class StudyState
{
    private readonly List<TrialState> _trials = [];
    private readonly Dictionary<OfferId, OfferState> _offers = [];
    private readonly SortedSet<OfferId> _openOffers = [];
    private readonly SortedSet<TrialNumber> _waiting = [];
    private readonly SortedSet<TrialNumber> _cancelling = [];
    private readonly SortedSet<TrialNumber> _running = [];
    private readonly SortedSet<TrialNumber> _paused = [];
    private readonly Queue<Configuration> _enqueued = new();
    private readonly List<TrialChange> _imported = [];
    private readonly IStrategyCatalog _catalog;
    private readonly Stagnation _stagnation = new();
    private StudySpecification? _specification;
    private ITrialScheduler? _scheduler;

    /// <summary>Creates the state before the first event.</summary>
    /// <param name="catalog">Makes the trial scheduler that the specification names.</param>
    public StudyState(IStrategyCatalog catalog) => _catalog = catalog;

    /// <summary>All that defines the study, with the stop conditions as they are now.</summary>
    /// <exception cref="InvalidOperationException">
    /// The study's creation was not seen yet.
    /// </exception>
    public StudySpecification Specification => _specification
        ?? throw new InvalidOperationException("The study has not been created yet.");

    /// <summary>The trial scheduler with its state.</summary>
    public ITrialScheduler Scheduler => _scheduler
        ?? throw new InvalidOperationException("The study has not been created yet.");

    /// <summary>The objective that ranks trials.</summary>
    public Objective Objective => Specification.Objective;

    /// <summary>The trials by number.</summary>
    public IReadOnlyList<TrialState> Trials => _trials;

    /// <summary>The slots that the study holds, open or used.</summary>
    public IReadOnlyDictionary<OfferId, OfferState> Offers => _offers;

    /// <summary>The open slots, lowest number first.</summary>
    public IReadOnlySet<OfferId> OpenOffers => _openOffers;

    /// <summary>The highest offer number ever used.</summary>
    public OfferId LastOffer { get; private set; }

    /// <summary>The trials that run, lowest number first.</summary>
    public IReadOnlySet<TrialNumber> Running => _running;

    /// <summary>The trials that are paused, lowest number first.</summary>
    public IReadOnlySet<TrialNumber> Paused => _paused;

    /// <summary>The trials that wait for a slot to be tried again, lowest number first.</summary>
    public IReadOnlySet<TrialNumber> Waiting => _waiting;

    /// <summary>Where the study stands.</summary>
    public StudyPhase Phase { get; private set; }

    /// <summary>Why it ends or ended; meaningless before that.</summary>
    public EndReason EndReason { get; private set; }

    /// <summary>The statistics for which it ends or ended; null where it needs none.</summary>
    public DecisionReason? EndGrounds { get; private set; }

    /// <summary>The last event folded.</summary>
    public SequenceNumber Head { get; private set; }

    /// <summary>The latest opening for writing.</summary>
    public Epoch Epoch { get; private set; }

    /// <summary>The time of the last event folded (UTC).</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>How long coordinators have worked on it, up to the last event.</summary>
    public TimeSpan ActiveTime { get; private set; }

    /// <summary>Resource spent by all attempts, repeated resource included.</summary>
    public long SpentResource { get; private set; }

    /// <summary>Of that, resource spent again after a restart without a later checkpoint.</summary>
    public long RepeatedResource { get; private set; }

    /// <summary>How many measurements stand.</summary>
    public long MeasurementCount { get; private set; }

    /// <summary>The trial that <see cref="StudyFinished"/> named, or null.</summary>
    public TrialNumber? FinalBest { get; private set; }

    /// <summary>Whether the sampler said that it has no further configuration.</summary>
    public bool IsSamplerExhausted { get; private set; }

    /// <summary>Configurations given by a person and not started yet, in their order.</summary>
    public IReadOnlyCollection<Configuration> Enqueued => _enqueued;

    /// <summary>How many trials of earlier studies its samplers started from.</summary>
    public int ImportedCount => _imported.Count;

    /// <summary>How many trials took over the result of an earlier one.</summary>
    public int ReusedCount => Results.ReusedCount;

    /// <summary>How many trials were started: those that took over no result.</summary>
    public int StartedCount => _trials.Count - ReusedCount;

    /// <summary>
    /// The statistics for which the sampler is held to have nothing new; null where it said so.
    /// </summary>
    internal DecisionReason? ExhaustionGrounds { get; private set; }

    /// <summary>The results that may be taken over.</summary>
    internal CompletedResults Results { get; } = new();

    internal EndMode EndMode { get; private set; }

    internal bool IsWallTimeReached { get; private set; }

    internal EndMode? CancelMode { get; private set; }

    internal bool IsTargetReached { get; private set; }

    /// <summary>How many trials have finished since the best value improved.</summary>
    internal int StagnantCount => _stagnation.Count;

    /// <summary>The completed trials and the rule that judges them.</summary>
    internal RegretStop Regret { get; } = new();

    internal int FailuresInRow { get; private set; }

    internal int FailedCount { get; private set; }

    internal int EndedCount { get; private set; }

    /// <summary>
    /// Failures from before the stop conditions were changed: they abort nothing.
    /// </summary>
    internal int ForgivenCount { get; private set; }

    internal int FinishingCount { get; private set; }

    /// <summary>
    /// Whether the end has begun to stop paused trials: the best ones are finished by then, and
    /// nobody looks for them again.
    /// </summary>
    internal bool IsClosing { get; private set; }

    internal IReadOnlySet<TrialNumber> Cancelling => _cancelling;

    /// <summary>
    /// The measurement that still needs an answer: set only right after its fact.
    /// </summary>
    internal TrialChange? Measured { get; private set; }

    /// <summary>The trial whose attempt just ended: set only right after that fact.</summary>
    internal TrialNumber? AttemptJustEnded { get; private set; }

    /// <summary>The trial that left its slot by the very last event.</summary>
    internal TrialNumber? JustLeft { get; private set; }

    /// <summary>Changes of trials go here too, for a sampler; set before the first event.</summary>
    public Action<TrialChange>? Changed { get; init; }

    /// <summary>The trial of a number.</summary>
    /// <exception cref="KeyNotFoundException">No trial has it.</exception>
    public TrialState Trial(TrialNumber number) => number.Value < _trials.Count
        ? _trials[number.Value]
        : throw new KeyNotFoundException($"There is no trial {number}; there are {_trials.Count}.");

    /// <summary>
    /// The versions of the strategies that decide about the study, for <see
    /// cref="CoordinatorStarted"/>.
    /// </summary>
    /// <param name="sampler">The sampler, which is not a part of this state.</param>
    public IReadOnlyList<string> VersionsWith(ISampler sampler) => Regret.Rule is { } rule
        ? [sampler.Version, Scheduler.Version, rule.Version]
        : [sampler.Version, Scheduler.Version];

    /// <summary>Folds the next event.</summary>
    /// <exception cref="CorruptJournalException">It cannot follow the events before it.</exception>
    public void Evolve(JournalEntry entry)
    {
        if (entry.Sequence != Head.Next)
            throw new CorruptJournalException(entry, $"event {Head.Next} was expected");
        try
        {
            Advance(entry);
            Apply(entry.Event);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException)
        {
            throw new CorruptJournalException(entry, error.Message);
        }
    }

    private void Advance(JournalEntry entry)
    {
        // Time between a coordinator's last event and the next one's first was nobody's.
        bool isOpening = entry.Event is CoordinatorStarted or StudyForked;
        if (!isOpening && entry.At > Now && Head != SequenceNumber.None)
            ActiveTime += entry.At - Now;
        Now = entry.At;
        Head = entry.Sequence;
        RestLast(entry.Event);

        // A fork right after a fact takes the decision on it under its own rules.
        if (entry.Event is StudyForked)
            return;
        Measured = null;
        AttemptJustEnded = null;
    }

    // In a strict study the attempt may go on where it stands for as long as logical time does.
    private void RestLast(StudyEvent next)
    {
        if (JustLeft is { } last && !IsStrict
            && (next as TrialPromoted)?.Attempt != Trial(last).Attempt)
            Trial(last).Rest();
        JustLeft = null;
    }

    private void Apply(StudyEvent change)
    {
        switch (change)
        {
            case StudyFact fact:
                ApplyFact(fact);
                break;
            case StudyDecision decision:
                ApplyDecision(decision);
                break;
            default:
                throw new InvalidOperationException($"unknown event {change.GetType().Name}");
        }
    }

    private TrialChange Change(TrialChangeKind kind, TrialState trial) => new(
        kind, trial.Number, trial.Bracket, trial.Resource, trial.ReducedValue, false, null)
    {
        Outcome = trial.Outcome,
        Seconds = trial.RunTime.TotalSeconds,
    };

    private void Tell(TrialChangeKind kind, TrialState trial) => Observe(Change(kind, trial));

    private void Observe(in TrialChange change)
    {
        Scheduler.Observe(change);
        if (!_trials[change.Trial.Value].IsOutside)
            Changed?.Invoke(change);
    }
}
