using ActorTune.Strategies;

namespace ActorTune.Studies.Events;

/// <summary>A configuration was chosen and its first attempt placed.</summary>
/// <param name="Trial">The new trial.</param>
/// <param name="Origin">Who chose the configuration.</param>
/// <param name="Configuration">The configuration.</param>
/// <param name="Bracket">The trial's bracket.</param>
/// <param name="Basis">The last event that the choice could know of.</param>
/// <param name="Offer">The slots it runs on.</param>
/// <param name="Until">The resource of its first decision; null: the program's own end.</param>
public sealed record TrialSuggested(
    TrialNumber Trial,
    SuggestionOrigin Origin,
    Configuration Configuration,
    BracketIndex Bracket,
    SequenceNumber Basis,
    OfferId Offer,
    Resource? Until) : StudyDecision
{
    /// <summary>The trial that it was started from.</summary>
    /// <value>Default: none, it starts from nothing.</value>
    public TrialParent? Parent { get; init; }

    /// <summary>
    /// The checkpoint that the first attempt goes on from, the parent's or one that the parent
    /// itself still rests on; null: from nothing.
    /// </summary>
    public Checkpoint? From { get; init; }
}

/// <summary>
/// The sampler suggested what had completed before: the trial has that result and is not trained.
/// </summary>
/// <param name="Trial">The new trial.</param>
/// <param name="Configuration">The configuration of both.</param>
/// <param name="Bracket">The bracket that it was suggested for.</param>
/// <param name="Basis">The last event that the choice could know of.</param>
/// <param name="Until">
/// The resource of the first decision that it was suggested for; null: the program's own end.
/// </param>
/// <param name="Source">The completed trial, and the resource of its result.</param>
public sealed record TrialReused(
    TrialNumber Trial,
    Configuration Configuration,
    BracketIndex Bracket,
    SequenceNumber Basis,
    Resource? Until,
    TrialParent Source) : StudyDecision;

/// <summary>A trial whose attempt ended too early got another one.</summary>
/// <param name="Attempt">The new attempt.</param>
/// <param name="Offer">The slots it runs on.</param>
/// <param name="From">The checkpoint it goes on from; null: from nothing.</param>
/// <param name="Until">The resource of its next decision; null: the program's own end.</param>
public sealed record TrialRetried(
    AttemptId Attempt, OfferId Offer, Checkpoint? From, Resource? Until) : StudyDecision;

/// <summary>
/// A paused trial goes on. Right after its pause, on the slots that it just held, it keeps its
/// attempt; otherwise a new attempt begins from its checkpoint.
/// </summary>
/// <param name="Attempt">The attempt that goes on.</param>
/// <param name="Offer">The slots it runs on.</param>
/// <param name="From">
/// The checkpoint it goes on from; null: from nothing, or it never ended.
/// </param>
/// <param name="Until">The resource of its next decision.</param>
/// <param name="Reason">Why.</param>
public sealed record TrialPromoted(
    AttemptId Attempt, OfferId Offer, Checkpoint? From, Resource Until, DecisionReason Reason)
    : StudyDecision;

/// <summary>A trial passed its decision point and runs on.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Until">The resource of its next decision.</param>
/// <param name="Reason">Why.</param>
public sealed record TrialContinued(TrialNumber Trial, Resource Until, DecisionReason Reason)
    : StudyDecision;

/// <summary>A trial was suspended; its slots are free.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Reason">Why.</param>
public sealed record TrialPaused(TrialNumber Trial, DecisionReason Reason) : StudyDecision;

/// <summary>A trial was cut for good; its slots are free.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Reason">Why.</param>
public sealed record TrialStopped(TrialNumber Trial, DecisionReason Reason) : StudyDecision;

/// <summary>A trial finished; its slots are free.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Reason">Why.</param>
public sealed record TrialCompleted(TrialNumber Trial, DecisionReason Reason) : StudyDecision;

/// <summary>A trial failed and is not tried again.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="End">How its last attempt ended.</param>
public sealed record TrialFailed(TrialNumber Trial, AttemptEnd End) : StudyDecision;

/// <summary>A trial was ended because a person said so.</summary>
/// <param name="Trial">The trial.</param>
public sealed record TrialCancelled(TrialNumber Trial) : StudyDecision;
