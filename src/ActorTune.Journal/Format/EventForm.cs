namespace ActorTune.Journal.Format;

/// <summary>How one kind of event is stored: its name, its version and its fields.</summary>
/// <remarks>
/// Names and versions are for ever. Who changes what an event stores raises its version, adds an
/// upcaster from the last one, and keeps the old golden file as an input of that upcaster's test.
/// </remarks>
internal sealed class EventForm
{
    private static readonly EventForm[] All = Build();

    private EventForm(string name, int version, Field required, Field optional)
    {
        Name = JsonEncodedText.Encode(name);
        Version = version;
        Required = required;
        Allowed = required | optional;
    }

    internal static int KindCount => All.Length;

    internal JsonEncodedText Name { get; }

    internal int Version { get; }

    internal Field Required { get; }

    internal Field Allowed { get; }

    internal static EventForm Of(EventKind kind) => All[(int)kind];

    /// <summary>The kind whose name a reader stands at, or null.</summary>
    internal static EventKind? At(ref Utf8JsonReader reader)
    {
        for (int i = 0; i < All.Length; i++)
        {
            if (reader.ValueTextEquals(All[i].Name.EncodedUtf8Bytes))
                return (EventKind)i;
        }

        return null;
    }

    private static EventForm[] Build()
    {
        const Field attempt = Field.Trial | Field.Attempt;
        var forms = new EventForm[Enum.GetValues<EventKind>().Length];
        void Add(EventKind kind, string name, Field required, Field optional = Field.None) =>
            forms[(int)kind] = new EventForm(name, 1, required, optional);

        Add(EventKind.StudyCreated, "study-created", Field.Specification);
        Add(
            EventKind.CoordinatorStarted,
            "coordinator-started",
            Field.Epoch | Field.Engine | Field.Strategies);
        Add(EventKind.WallTimeReached, "wall-time-reached", Field.None);
        Add(EventKind.StudyCancelRequested, "study-cancel-requested", Field.Mode);
        Add(EventKind.TrialCancelRequested, "trial-cancel-requested", Field.Trial);
        Add(EventKind.TrialEnqueued, "trial-enqueued", Field.Configuration);
        Add(
            EventKind.TrialImported,
            "trial-imported",
            Field.Source | Field.Configuration | Field.Resource | Field.Quantile);
        Add(EventKind.StopConditionsChanged, "stop-conditions-changed", Field.Stop);
        Add(
            EventKind.StudyForked,
            "study-forked",
            Field.Strategies | Field.Specification | Field.Fork);
        Add(EventKind.SchedulerSwitchRequested, "scheduler-switch-requested", Field.Scheduler);
        Add(EventKind.MessageRejected, "message-rejected", Field.Message | Field.Error);
        Add(
            EventKind.PlacementOffered,
            "placement-offered",
            Field.Offer | Field.Worker | Field.Slots);
        Add(EventKind.PlacementWithdrawn, "placement-withdrawn", Field.Offer);
        Add(EventKind.AttemptStarted, "attempt-started", attempt, Field.Process);
        Add(EventKind.CheckpointSaved, "checkpoint-saved", attempt | Field.Resource);
        Add(
            EventKind.MeasurementReported,
            "measurement-reported",
            attempt | Field.Report | Field.Resource | Field.Metrics);
        Add(
            EventKind.MeasurementRepeated,
            "measurement-repeated",
            attempt | Field.Report | Field.Resource,
            Field.Difference);
        Add(EventKind.AttemptEnded, "attempt-ended", attempt | Field.End | Field.Message);
        Add(EventKind.AttemptLost, "attempt-lost", attempt);
        AddStrict(Add, attempt);
        AddDecisions(Add, attempt);
        return forms;
    }

    private static void AddStrict(Action<EventKind, string, Field, Field> add, Field attempt)
    {
        const Field place = Field.Worker | Field.Slots;
        add(EventKind.LogicalTimeReached, "logical-time-reached", Field.Time, Field.None);
        add(EventKind.AttemptPlaced, "attempt-placed", attempt | place, Field.From);
        add(EventKind.AttemptWaited, "attempt-waited", attempt | Field.Waited, Field.None);
        add(EventKind.AttemptYielded, "attempt-yielded", attempt, Field.None);
        add(EventKind.RepeatStarted, "repeat-started", attempt | place, Field.None);
        add(
            EventKind.RepeatCompared,
            "repeat-compared",
            attempt | Field.Report | Field.Resource,
            Field.Difference);
        add(EventKind.StudyHeld, "study-held", Field.Trial | Field.Message, Field.None);
    }

    private static void AddDecisions(Action<EventKind, string, Field, Field> add, Field attempt)
    {
        add(
            EventKind.TrialSuggested,
            "trial-suggested",
            Field.Trial | Field.Origin | Field.Configuration | Field.Bracket | Field.Basis
                | Field.Offer,
            Field.Until | Field.Parent | Field.From);
        add(
            EventKind.TrialRetried,
            "trial-retried",
            attempt | Field.Offer,
            Field.From | Field.Until);
        add(
            EventKind.TrialPromoted,
            "trial-promoted",
            attempt | Field.Offer | Field.Until | Field.Reason,
            Field.From);
        add(
            EventKind.TrialContinued,
            "trial-continued",
            Field.Trial | Field.Until | Field.Reason,
            Field.None);
        const Field judged = Field.Trial | Field.Reason;
        add(EventKind.TrialPaused, "trial-paused", judged, Field.None);
        add(EventKind.TrialStopped, "trial-stopped", judged, Field.None);
        add(EventKind.TrialCompleted, "trial-completed", judged, Field.None);
        add(EventKind.TrialFailed, "trial-failed", Field.Trial | Field.End, Field.None);
        add(EventKind.TrialCancelled, "trial-cancelled", Field.Trial, Field.None);
        add(
            EventKind.TrialReused,
            "trial-reused",
            Field.Trial | Field.Configuration | Field.Bracket | Field.Basis | Field.Parent,
            Field.Until);
        add(EventKind.SchedulerSwitched, "scheduler-switched", Field.Scheduler, Field.None);
        add(EventKind.SamplerExhausted, "sampler-exhausted", Field.Basis, Field.Reason);
        add(EventKind.StudyEnding, "study-ending", Field.Cause | Field.Mode, Field.Reason);
        add(EventKind.StudyFinished, "study-finished", Field.Cause, Field.Best);
    }
}
