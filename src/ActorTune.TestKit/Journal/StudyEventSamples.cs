using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.TestKit.Journal;

/// <summary>At least one event of every kind, with everything set that can be set.</summary>
public static class StudyEventSamples
{
    private static readonly AttemptId Attempt = new(new TrialNumber(12), 2);
    private static readonly Checkpoint Checkpoint = new(new(new TrialNumber(7), 1), new(9));
    private static readonly DecisionReason Reason = new(
        "asha-promotion/1", 2, 27, 9, 0.71, 0.1 + 0.2, new TrialNumber(4));

    private static readonly StrategyOptions Scheduler = new StrategyOptions("asha")
        .With("type", ParameterValue.Of("stopping"))
        .With("reduction-factor", ParameterValue.Of(4L));

    /// <summary>A moment to count from.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A configuration with a value of each kind.</summary>
    public static Configuration Configuration { get; } = new(
    [
        KeyValuePair.Create("lr", ParameterValue.Of(3e-4)),
        KeyValuePair.Create("momentum", ParameterValue.Of(1.0)),
        KeyValuePair.Create("huge", ParameterValue.Of(1e300)),
        KeyValuePair.Create("layers", ParameterValue.Of(3L)),
        KeyValuePair.Create("optimizer", ParameterValue.Of("größe \"x\" <1>")),
        KeyValuePair.Create("nesterov", ParameterValue.Of(true)),
    ]);

    /// <summary>A measurement as programs report them.</summary>
    public static MeasurementReported Measurement { get; } = new(
        Attempt, 5, new Resource(27), new MetricSet(["loss", "accuracy"], [0.3125, 0.1 + 0.2]));

    /// <summary>
    /// All samples by a name of their own: the event's stored name and a variant.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, StudyEvent>> All { get; } =
    [
        .. Facts().Select(pair => KeyValuePair.Create(pair.Name, (StudyEvent)pair.Fact)),
        .. Decisions().Select(pair => KeyValuePair.Create(pair.Name, (StudyEvent)pair.Decision)),
    ];

    private static IEnumerable<(string Name, StudyFact Fact)> Facts() =>
    [
        ("study-created", new StudyCreated(StudySpecificationSamples.Full)),
        ("study-created.extended", new StudyCreated(StudySpecificationSamples.Extended)),
        ("study-created.small", new StudyCreated(StudySpecificationSamples.Small)),
        ("coordinator-started", new CoordinatorStarted(new Epoch(3), "0.1.0", ["tpe/1", "asha/2"])),
        ("wall-time-reached", new WallTimeReached()),
        ("study-cancel-requested", new StudyCancelRequested(EndMode.Cancel)),
        ("trial-cancel-requested", new TrialCancelRequested(new TrialNumber(0))),
        ("trial-enqueued", new TrialEnqueued(Configuration)),
        ("trial-imported", new TrialImported(
            new StudyId("study-a"), new TrialNumber(4), Configuration, new Resource(27), 0.0125)),
        ("stop-conditions-changed", new StopConditionsChanged(new StopConditions { Trials = 5 })),
        ("stop-conditions-changed.regret-bound", new StopConditionsChanged(
            new StopConditions { RegretBound = new RegretBound(0.01, 30) })),
        ("stop-conditions-changed.regret-of-folds", new StopConditionsChanged(
            new StopConditions { RegretBound = new RegretBound() })),
        ("study-forked", new StudyForked(new StudyId("study-a"), StudySpecificationSamples.Small)
        {
            KeepsSampler = true,
            Strategies = ["tpe/1", "asha/2"],
            Missing = [Checkpoint],
        }),
        ("scheduler-switch-requested", new SchedulerSwitchRequested(Scheduler)),
        ("message-rejected", new MessageRejected("Measured", "a line\nand another")),
        ("placement-offered", new PlacementOffered(new OfferId(8), new WorkerId("gpu-1"), [0, 3])),
        ("placement-withdrawn", new PlacementWithdrawn(new OfferId(8))),
        ("attempt-started", new AttemptStarted(Attempt, 4711)),
        ("attempt-started.in-process", new AttemptStarted(Attempt, null)),
        ("checkpoint-saved", new CheckpointSaved(Checkpoint)),
        ("measurement-reported", Measurement),
        ("measurement-reported.not-finite", new MeasurementReported(
            Attempt,
            long.MaxValue,
            new Resource(long.MaxValue),
            new MetricSet(
                ["nan", "inf", "-inf", "zero", "least"],
                [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 5e-324]))),
        ("measurement-repeated", new MeasurementRepeated(Attempt, 6, new Resource(9), -0.001)),
        ("measurement-repeated.bare", new MeasurementRepeated(Attempt, 6, new Resource(9), null)),
        ("attempt-ended", new AttemptEnded(Attempt, AttemptEnd.OutOfMemory, "CUDA: 2 GiB")),
        ("attempt-lost", new AttemptLost(Attempt)),
        .. OfStrictStudies(),
    ];

    private static IEnumerable<(string Name, StudyFact Fact)> OfStrictStudies() =>
    [
        ("study-created.strict", new StudyCreated(StudySpecificationSamples.Strict)),
        ("logical-time-reached", new LogicalTimeReached(81)),
        ("attempt-placed", new AttemptPlaced(Attempt, new WorkerId("gpu-1"), [0, 3], Checkpoint)),
        ("attempt-placed.from-nothing", new AttemptPlaced(
            Attempt, new WorkerId("gpu-1"), [0], null)),
        ("attempt-waited", new AttemptWaited(Attempt, TimeSpan.FromMilliseconds(1500))),
        ("attempt-yielded", new AttemptYielded(Attempt)),
        ("repeat-started", new RepeatStarted(Attempt, new WorkerId("gpu-1"), [0])),
        ("repeat-compared", new RepeatCompared(Attempt, 9, new Resource(9), 0.0)),
        ("repeat-compared.other", new RepeatCompared(Attempt, 4, new Resource(5), null)),
        ("study-held", new StudyHeld(new TrialNumber(12), "its worker was lost 4 times")),
    ];

    private static IEnumerable<(string Name, StudyDecision Decision)> Decisions() =>
    [
        ("scheduler-switched", new SchedulerSwitched(Scheduler, "asha-stopping/3", 27)),
        ("trial-suggested", new TrialSuggested(
            new TrialNumber(12),
            SuggestionOrigin.Enqueued,
            Configuration,
            new BracketIndex(2),
            new SequenceNumber(41),
            new OfferId(8),
            new Resource(1))),
        ("trial-suggested.open", new TrialSuggested(
            new TrialNumber(0),
            SuggestionOrigin.Sampler,
            Configuration.Empty,
            new BracketIndex(0),
            SequenceNumber.None,
            new OfferId(1),
            null)),
        ("trial-suggested.child", new TrialSuggested(
            new TrialNumber(12),
            SuggestionOrigin.Scheduler,
            Configuration,
            new BracketIndex(0),
            new SequenceNumber(41),
            new OfferId(8),
            new Resource(18))
        {
            Parent = new TrialParent(new TrialNumber(7), new Resource(11)),
            From = Checkpoint,
        }),
        ("trial-reused", new TrialReused(
            new TrialNumber(12),
            Configuration,
            new BracketIndex(2),
            new SequenceNumber(41),
            new Resource(1),
            new TrialParent(new TrialNumber(7), new Resource(81)))),
        ("trial-reused.open", new TrialReused(
            new TrialNumber(1),
            Configuration.Empty,
            new BracketIndex(0),
            SequenceNumber.None,
            null,
            new TrialParent(new TrialNumber(0), new Resource(1)))),
        ("trial-retried", new TrialRetried(Attempt, new OfferId(9), Checkpoint, new Resource(27))),
        ("trial-retried.from-nothing", new TrialRetried(Attempt, new OfferId(9), null, null)),
        ("trial-promoted", new TrialPromoted(
            Attempt, new OfferId(9), Checkpoint, new Resource(27), Reason)),
        ("trial-promoted.kept", new TrialPromoted(
            Attempt, new OfferId(9), null, new Resource(27), Reason)),
        ("trial-continued", new TrialContinued(new TrialNumber(12), new Resource(81), Reason)),
        ("trial-paused", new TrialPaused(new TrialNumber(12), Reason)),
        ("trial-stopped", new TrialStopped(new TrialNumber(12), Reason)),
        ("trial-completed", new TrialCompleted(
            new TrialNumber(12), new DecisionReason(DecisionReason.Engine))),
        ("trial-failed", new TrialFailed(new TrialNumber(12), AttemptEnd.Hang)),
        ("trial-cancelled", new TrialCancelled(new TrialNumber(12))),
        .. AboutStudy(),
    ];

    private static IEnumerable<(string Name, StudyDecision Decision)> AboutStudy() =>
    [
        ("sampler-exhausted", new SamplerExhausted(new SequenceNumber(99))),
        ("sampler-exhausted.reuse", new SamplerExhausted(new SequenceNumber(99))
        {
            Grounds = new DecisionReason(
                "reuse-limit/1", Count: 100, CutoffTrial: new TrialNumber(4)),
        }),
        ("study-ending", new StudyEnding(EndReason.TotalResource, EndMode.Drain)),
        ("study-ending.regret-bound", new StudyEnding(EndReason.RegretBound, EndMode.Drain)
        {
            Grounds = new DecisionReason(
                "regret-bound/1", -1, 34, 20, 0.0083, 0.01, new TrialNumber(12)),
        }),
        ("study-finished", new StudyFinished(EndReason.Trials, new TrialNumber(4))),
        ("study-finished.nothing", new StudyFinished(EndReason.Failures, null)),
    ];
}
