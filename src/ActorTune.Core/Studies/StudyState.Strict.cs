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
        && (IsStrict ? trial.PausedAt == LogicalTime : JustPaused == trial.Number);

    private void ApplyStrict(StudyFact fact)
    {
        if (!IsStrict)
            throw new InvalidOperationException($"unknown fact {fact.GetType().Name}");
        switch (fact)
        {
            case LogicalTimeReached reached:
                IsAsking = reached.Time == LogicalTime;
                break;
            case AttemptPlaced placed:
                Apply(placed);
                break;
            case AttemptWaited waited:
                WaitedTime += waited.Waited;
                break;
            case AttemptYielded yielded:
                Displace(Current(yielded.Attempt));
                break;
            case RepeatStarted started:
                Trial(started.Attempt.Trial).LastNumber = started.Attempt.Number;
                break;
            case RepeatCompared compared:
                Apply(compared);
                break;
            case StudyHeld held:
                HeldReason = held.Message;
                break;
            default:
                throw new InvalidOperationException($"unknown fact {fact.GetType().Name}");
        }
    }

    private void Apply(AttemptPlaced placed)
    {
        TrialState trial = Trial(placed.Attempt.Trial);
        if (trial.Status != TrialStatus.Running)
            throw new InvalidOperationException($"trial {trial.Number} does not run");
        if (placed.Attempt.Number <= trial.PlacedNumber)
            throw new InvalidOperationException($"attempt {placed.Attempt} had slots before");
        trial.Attempt = placed.Attempt;
        trial.Worker = placed.Worker;
        trial.Slots = placed.Slots;
        trial.From = placed.From;
        trial.LastReport = 0;
        trial.AttemptResource = placed.From?.Resource ?? Resource.Zero;
        trial.PlacedNumber = placed.Attempt.Number;
        trial.LastNumber = Math.Max(trial.LastNumber, placed.Attempt.Number);
        trial.IsPlaced = true;
        trial.StartClock(Now);
    }

    private void Apply(RepeatCompared compared)
    {
        TrialState trial = Trial(compared.Attempt.Trial);
        trial.IsCompared = true;
        Premise.EndSegment();
        Premise.Compare(
            trial.Number, compared.Report, compared.Resource, compared.Difference);
    }

    // Machines are new, and so is their right to fail. Logical slots outlive them.
    private void OpenStrict()
    {
        HeldReason = null;
        foreach (TrialNumber number in _running)
            Trial(number).ForgetDisturbances();
    }

    private void BeginSegment(TrialState trial, Checkpoint? from)
    {
        bool startsOver = trial.Count == 0 || !Specification.Program.Resumes;
        Resource start = trial.Count == 0 ? from?.Resource ?? Resource.Zero : trial.Resource;
        trial.BeginSegment(LogicalTime, startsOver && trial.Count > 0 ? Resource.Zero : start);
        trial.IsPlaced = false;
        trial.LastNumber = Math.Max(trial.LastNumber, trial.Attempt.Number);
    }

    // The attempt goes on where it stands, so that nothing is run again.
    private void GoOnInSegment(TrialState trial, bool isPlaced)
    {
        trial.BeginSegment(LogicalTime, trial.Resource);
        trial.IsPlaced = isPlaced;
    }

    /// <summary>Takes in a resource that was reported.</summary>
    /// <returns>How much of it is spent in the logical order.</returns>
    private long SpendInSegment(TrialState trial, Resource resource, bool isRepeated)
    {
        long spent = trial.ReachInSegment(resource);
        if (spent > 0 || !isRepeated)
            ReachTime(trial.SegmentTime);
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
        trial.IsPlaced = false;
    }
}
