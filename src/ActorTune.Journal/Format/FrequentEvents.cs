namespace ActorTune.Journal.Format;

/// <summary>
/// Reads the events that make up nearly all of a long journal, straight from the bytes as
/// <see cref="FactWriter"/> and <see cref="DecisionWriter"/> write them: some five times as fast
/// as field by field. Any other event, or one written in another way, is null here and left to
/// <see cref="StudyEventCodec"/>, so that this is never more than a short cut.
/// </summary>
internal static class FrequentEvents
{
    /// <summary>The event that starts here, or null; then the text stands where it stood.</summary>
    internal static StudyEvent? Read(ref StoredText text)
    {
        int start = text.Position;
        StudyEvent? value = ReadKind(ref text);
        if (value is not null && text.Takes("}"u8))
            return value;
        text.Position = start;
        return null;
    }

    private static StudyEvent? ReadKind(ref StoredText text)
    {
        if (text.Takes("""{"e":"measurement-reported","v":1,"trial":"""u8))
            return Measurement(ref text);
        if (text.Takes("""{"e":"checkpoint-saved","v":1,"trial":"""u8))
            return CheckpointSaved(ref text);
        if (text.Takes("""{"e":"trial-suggested","v":1,"trial":"""u8))
            return Suggested(ref text);
        if (text.Takes("""{"e":"attempt-started","v":1,"trial":"""u8))
            return AttemptStarted(ref text);
        if (text.Takes("""{"e":"trial-promoted","v":1,"trial":"""u8))
            return Promoted(ref text);
        if (text.Takes("""{"e":"trial-continued","v":1,"trial":"""u8))
            return Continued(ref text);
        return Judged(ref text);
    }

    private static StudyEvent? Judged(ref StoredText text)
    {
        if (text.Takes("""{"e":"trial-paused","v":1,"trial":"""u8))
        {
            return Judgement(ref text, out int trial) is { } reason
                ? new TrialPaused(new TrialNumber(trial), reason)
                : null;
        }

        if (text.Takes("""{"e":"trial-stopped","v":1,"trial":"""u8))
        {
            return Judgement(ref text, out int trial) is { } reason
                ? new TrialStopped(new TrialNumber(trial), reason)
                : null;
        }

        return text.Takes("""{"e":"trial-completed","v":1,"trial":"""u8)
            && Judgement(ref text, out int completed) is { } grounds
                ? new TrialCompleted(new TrialNumber(completed), grounds)
                : null;
    }

    private static MeasurementReported? Measurement(ref StoredText text)
    {
        return TakesAttempt(ref text, out AttemptId attempt)
            && text.TakesField(",\"report\":"u8, out long report)
            && text.TakesField(",\"resource\":"u8, out long resource)
            && text.Takes(",\"metrics\":"u8)
            && FrequentValues.Metrics(ref text) is { } metrics
                ? new MeasurementReported(attempt, report, new Resource(resource), metrics)
                : null;
    }

    private static CheckpointSaved? CheckpointSaved(ref StoredText text)
    {
        return TakesAttempt(ref text, out AttemptId attempt)
            && text.TakesField(",\"resource\":"u8, out long resource)
                ? new CheckpointSaved(new Checkpoint(attempt, new Resource(resource)))
                : null;
    }

    private static AttemptStarted? AttemptStarted(ref StoredText text)
    {
        if (!TakesAttempt(ref text, out AttemptId attempt))
            return null;
        return text.TakesField(",\"process\":"u8, out int process)
            ? new AttemptStarted(attempt, process)
            : new AttemptStarted(attempt, null);
    }

    private static TrialSuggested? Suggested(ref StoredText text)
    {
        if (!text.TakesField([], out int trial)
            || !text.Takes(",\"origin\":\"sampler\",\"configuration\":"u8)
            || FrequentValues.Configuration(ref text) is not { } configuration
            || !text.TakesField(",\"bracket\":"u8, out int bracket)
            || !text.TakesField(",\"basis\":"u8, out long basis)
            || !text.TakesField(",\"offer\":"u8, out long offer))
            return null;
        Resource? until = text.TakesField(",\"until\":"u8, out long units)
            ? new Resource(units)
            : null;
        return new TrialSuggested(
            new TrialNumber(trial),
            SuggestionOrigin.Sampler,
            configuration,
            new BracketIndex(bracket),
            new SequenceNumber(basis),
            new OfferId(offer),
            until);
    }

    private static TrialPromoted? Promoted(ref StoredText text)
    {
        if (!TakesAttempt(ref text, out AttemptId attempt)
            || !text.TakesField(",\"offer\":"u8, out long offer)
            || !TakesFrom(ref text, out Checkpoint? from)
            || !text.TakesField(",\"until\":"u8, out long until)
            || FrequentValues.Reason(ref text) is not { } reason)
            return null;
        return new TrialPromoted(attempt, new OfferId(offer), from, new Resource(until), reason);
    }

    private static TrialContinued? Continued(ref StoredText text)
    {
        return text.TakesField([], out int trial)
            && text.TakesField(",\"until\":"u8, out long until)
            && FrequentValues.Reason(ref text) is { } reason
                ? new TrialContinued(new TrialNumber(trial), new Resource(until), reason)
                : null;
    }

    private static DecisionReason? Judgement(ref StoredText text, out int trial) =>
        text.TakesField([], out trial) ? FrequentValues.Reason(ref text) : null;

    private static bool TakesAttempt(ref StoredText text, out AttemptId attempt)
    {
        bool takes = text.TakesField([], out int trial);
        takes &= text.TakesField(",\"attempt\":"u8, out int number);
        attempt = takes ? new AttemptId(new TrialNumber(trial), number) : default;
        return takes;
    }

    private static bool TakesFrom(ref StoredText text, out Checkpoint? from)
    {
        from = null;
        if (!text.Takes(",\"from\":{\"trial\":"u8))
            return true;
        if (!TakesAttempt(ref text, out AttemptId attempt)
            || !text.TakesField(",\"resource\":"u8, out long resource)
            || !text.Takes("}"u8))
            return false;
        from = new Checkpoint(attempt, new Resource(resource));
        return true;
    }
}
