using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <content>
/// The logical time of a strict study, and the facts about machines that decide nothing in it.
/// </content>
public sealed partial class StudyState
{
    /// <summary>Whether decisions keep to a logical order.</summary>
    public bool IsStrict => _specification?.Strict is not null;

    /// <summary>The logical time of the last report or end, in units of resource.</summary>
    public long LogicalTime { get; private set; }

    /// <summary>
    /// Why the study is held until it is opened again; null while nothing holds it.
    /// </summary>
    public string? HeldReason { get; private set; }

    /// <summary>How long attempts held slots while they waited for the logical order.</summary>
    public TimeSpan WaitedTime { get; private set; }

    /// <summary>What was measured twice.</summary>
    public PremiseRecord Premise { get; } = new();

    /// <summary>
    /// Whether all that happened up to the logical time is known, so that open slots may ask.
    /// </summary>
    internal bool IsAsking { get; private set; }

    /// <summary>Whether a trial that was just paused can go on as if it never was.</summary>
    internal bool KeepsAttempt(TrialState trial) => _openOffers.Contains(trial.Offer)
        && (IsStrict ? trial.Segment.PausedAt == LogicalTime : JustLeft == trial.Number);

    private void ApplyStrict(StudyFact fact)
    {
        if (!IsStrict)
            throw new InvalidOperationException($"unknown fact {fact.GetType().Name}");
        switch (fact)
        {
            case LogicalTimeReached it: IsAsking = it.Time == LogicalTime; break;
            case AttemptPlaced it: Apply(it); break;
            case AttemptWaited it: WaitedTime += it.Waited; break;
            case AttemptYielded it: Displace(Current(it.Attempt)); break;
            case RepeatStarted it: Use(it.Attempt); break;
            case RepeatCompared it: Apply(it); break;
            case StudyHeld it: HeldReason = it.Message; break;
            default:
                throw new InvalidOperationException($"unknown fact {fact.GetType().Name}");
        }
    }

    private void Apply(AttemptPlaced placed)
    {
        TrialState trial = Trial(placed.Attempt.Trial);
        if (trial.Status != TrialStatus.Running)
            throw new InvalidOperationException($"trial {trial.Number} does not run");
        if (placed.Attempt.Number <= trial.Segment.PlacedNumber)
            throw new InvalidOperationException($"attempt {placed.Attempt} had slots before");
        trial.Attempt = placed.Attempt;
        trial.Worker = placed.Worker;
        trial.Segment.Slots = placed.Slots;
        trial.From = placed.From;
        trial.LastReport = 0;
        trial.AttemptResource = placed.From?.Resource ?? Resource.Zero;
        trial.Segment.PlacedNumber = placed.Attempt.Number;
        trial.Segment.IsPlaced = true;
        trial.StartClock(Now);
    }

    private void Use(AttemptId attempt) =>
        Trial(attempt.Trial).Segment.LastNumber = attempt.Number;

    private void Apply(RepeatCompared compared)
    {
        TrialState trial = Trial(compared.Attempt.Trial);
        trial.Segment.IsCompared = true;
        Premise.EndSegment();
        Premise.Compare(
            trial.Number, compared.Report, compared.Resource, compared.Difference);
    }

    // Machines are new, and so is their right to fail. Logical slots outlive them.
    private void OpenStrict()
    {
        HeldReason = null;
        foreach (TrialNumber number in _running)
            Trial(number).Setbacks.ForgetMachines();
    }

    private void BeginSegment(TrialState trial, Checkpoint? from)
    {
        bool startsOver = trial.Count == 0 || !Specification.Program.Resumes;
        Resource start = trial.Count == 0 ? from?.Resource ?? Resource.Zero : trial.Resource;
        trial.Segment.Begin(LogicalTime, startsOver && trial.Count > 0 ? Resource.Zero : start);
        trial.Segment.IsPlaced = false;
    }

    // The attempt goes on where it stands, so that nothing is run again.
    private void GoOnInSegment(TrialState trial, bool isPlaced)
    {
        if (!IsStrict)
            return;
        trial.Segment.Begin(LogicalTime, trial.Resource);
        trial.Segment.IsPlaced = isPlaced;
    }

    private void BeginOnMachine(TrialState trial)
    {
        trial.Worker = _offers[trial.Offer].Worker;
        trial.StartClock(Now);
    }

    /// <summary>Takes in a resource that was reported.</summary>
    /// <returns>How much of it is spent in the logical order.</returns>
    private long SpendInSegment(TrialState trial, Resource resource, bool isRepeated)
    {
        long spent = trial.Segment.Reach(resource);
        if (spent > 0 || !isRepeated)
            ReachTime(trial.Segment.Time);
        return spent;
    }

    private void ReachTime(long time)
    {
        LogicalTime = Math.Max(LogicalTime, time);
        IsAsking = false;
    }

    // Nothing but its place changes: in logical time the trial runs on.
    private void Displace(TrialState trial)
    {
        if (trial.IsPlaced)
            trial.AdvanceClock(Now);
        trial.Segment.IsPlaced = false;
    }
}
