namespace ActorTune.Journal.Format;

/// <summary>Makes decisions of fields that are known to be whole.</summary>
internal static class DecisionReader
{
    /// <summary>The decision, or null where the kind is a fact.</summary>
    internal static StudyEvent? Build(EventKind kind, in EventFields fields) => kind switch
    {
        EventKind.TrialContinued => new TrialContinued(
            fields.TrialNumber, new Resource(fields.Until), fields.Reason),
        EventKind.TrialPaused => new TrialPaused(fields.TrialNumber, fields.Reason),
        EventKind.TrialPromoted => new TrialPromoted(
            fields.AttemptId,
            fields.OfferId,
            From(fields),
            new Resource(fields.Until),
            fields.Reason),
        EventKind.TrialStopped => new TrialStopped(fields.TrialNumber, fields.Reason),
        EventKind.TrialCompleted => new TrialCompleted(fields.TrialNumber, fields.Reason),
        EventKind.TrialSuggested => new TrialSuggested(
            fields.TrialNumber,
            fields.Origin,
            fields.Configuration,
            new BracketIndex(fields.Bracket),
            new SequenceNumber(fields.Basis),
            fields.OfferId,
            Until(fields))
        {
            Parent = fields.Has(Field.Parent) ? fields.Parent : null,
            From = From(fields),
        },
        EventKind.TrialReused => new TrialReused(
            fields.TrialNumber,
            fields.Configuration,
            new BracketIndex(fields.Bracket),
            new SequenceNumber(fields.Basis),
            Until(fields),
            fields.Parent),
        EventKind.TrialRetried => new TrialRetried(
            fields.AttemptId, fields.OfferId, From(fields), Until(fields)),
        EventKind.TrialFailed => new TrialFailed(fields.TrialNumber, fields.End),
        EventKind.TrialCancelled => new TrialCancelled(fields.TrialNumber),
        EventKind.SchedulerSwitched => new SchedulerSwitched(
            fields.Scheduler.Options, fields.Scheduler.Rule, fields.Scheduler.Count),
        EventKind.SamplerExhausted => new SamplerExhausted(new SequenceNumber(fields.Basis))
        {
            Grounds = Reason(fields),
        },
        EventKind.StudyEnding => new StudyEnding(fields.Cause, fields.Mode)
        {
            Grounds = Reason(fields),
        },
        EventKind.StudyFinished => new StudyFinished(
            fields.Cause, fields.Has(Field.Best) ? new TrialNumber(fields.Best) : null),
        _ => null,
    };

    private static Checkpoint? From(in EventFields fields) =>
        fields.Has(Field.From) ? fields.From : null;

    private static DecisionReason? Reason(in EventFields fields) =>
        fields.Has(Field.Reason) ? fields.Reason : null;

    private static Resource? Until(in EventFields fields) =>
        fields.Has(Field.Until) ? new Resource(fields.Until) : null;
}
