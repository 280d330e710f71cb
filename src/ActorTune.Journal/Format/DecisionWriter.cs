namespace ActorTune.Journal.Format;

/// <summary>Writes decisions.</summary>
internal static class DecisionWriter
{
    internal static void Write(Utf8JsonWriter writer, StudyDecision decision)
    {
        FactWriter.Begin(writer, KindOf(decision));
        switch (decision)
        {
            case TrialContinued it:
                writer.WriteNumber(FieldNames.Trial, it.Trial.Value);
                writer.WriteNumber(FieldNames.Until, it.Until.Units);
                ReasonJson.Write(writer, it.Reason);
                break;
            case TrialPaused it: WriteJudged(writer, it.Trial, it.Reason); break;
            case TrialStopped it: WriteJudged(writer, it.Trial, it.Reason); break;
            case TrialCompleted it: WriteJudged(writer, it.Trial, it.Reason); break;
            case TrialSuggested it: WriteSuggested(writer, it); break;
            case TrialReused it: WriteReused(writer, it); break;
            case TrialPromoted it:
                WritePlaced(writer, it.Attempt, it.Offer, it.From, it.Until);
                ReasonJson.Write(writer, it.Reason);
                break;
            case TrialRetried it:
                WritePlaced(writer, it.Attempt, it.Offer, it.From, it.Until);
                break;
            case TrialFailed it:
                writer.WriteNumber(FieldNames.Trial, it.Trial.Value);
                writer.WriteString(FieldNames.End, Words.AttemptEnds[it.End]);
                break;
            case TrialCancelled it: writer.WriteNumber(FieldNames.Trial, it.Trial.Value); break;
            default: WriteAboutStudy(writer, decision); break;
        }

        writer.WriteEndObject();
    }

    private static void WriteJudged(Utf8JsonWriter writer, TrialNumber trial, DecisionReason reason)
    {
        writer.WriteNumber(FieldNames.Trial, trial.Value);
        ReasonJson.Write(writer, reason);
    }

    private static void WriteSuggested(Utf8JsonWriter writer, TrialSuggested it)
    {
        writer.WriteNumber(FieldNames.Trial, it.Trial.Value);
        writer.WriteString(FieldNames.Origin, Words.Origins[it.Origin]);
        ValueJson.WriteConfiguration(writer, it.Configuration);
        writer.WriteNumber(FieldNames.Bracket, it.Bracket.Value);
        writer.WriteNumber(FieldNames.Basis, it.Basis.Value);
        writer.WriteNumber(FieldNames.Offer, it.Offer.Value);
        if (it.Until is { } until)
            writer.WriteNumber(FieldNames.Until, until.Units);
        if (it.Parent is { } parent)
            CheckpointJson.Write(writer, parent);
        if (it.From is { } from)
            CheckpointJson.Write(writer, from);
    }

    private static void WriteReused(Utf8JsonWriter writer, TrialReused it)
    {
        writer.WriteNumber(FieldNames.Trial, it.Trial.Value);
        ValueJson.WriteConfiguration(writer, it.Configuration);
        writer.WriteNumber(FieldNames.Bracket, it.Bracket.Value);
        writer.WriteNumber(FieldNames.Basis, it.Basis.Value);
        if (it.Until is { } until)
            writer.WriteNumber(FieldNames.Until, until.Units);
        CheckpointJson.Write(writer, it.Source);
    }

    private static void WritePlaced(
        Utf8JsonWriter writer, AttemptId attempt, OfferId offer, Checkpoint? from, Resource? until)
    {
        FactWriter.WriteAttempt(writer, attempt);
        writer.WriteNumber(FieldNames.Offer, offer.Value);
        if (from is { } checkpoint)
            CheckpointJson.Write(writer, checkpoint);
        if (until is { } resource)
            writer.WriteNumber(FieldNames.Until, resource.Units);
    }

    private static void WriteAboutStudy(Utf8JsonWriter writer, StudyDecision decision)
    {
        switch (decision)
        {
            case SchedulerSwitched it:
                SchedulerJson.Write(writer, it.Scheduler, (it.Rule, it.Count));
                break;
            case SamplerExhausted it:
                writer.WriteNumber(FieldNames.Basis, it.Basis.Value);
                WriteGrounds(writer, it.Grounds);
                break;
            case StudyEnding it:
                writer.WriteString(FieldNames.Cause, Words.EndReasons[it.Reason]);
                writer.WriteString(FieldNames.Mode, Words.EndModes[it.Mode]);
                WriteGrounds(writer, it.Grounds);
                break;
            case StudyFinished it:
                writer.WriteString(FieldNames.Cause, Words.EndReasons[it.Reason]);
                if (it.Best is { } best)
                    writer.WriteNumber(FieldNames.Best, best.Value);
                break;
        }
    }

    private static void WriteGrounds(Utf8JsonWriter writer, DecisionReason? grounds)
    {
        if (grounds is not null)
            ReasonJson.Write(writer, grounds);
    }

    private static EventKind KindOf(StudyDecision decision) => decision switch
    {
        TrialContinued => EventKind.TrialContinued,
        TrialPaused => EventKind.TrialPaused,
        TrialReused => EventKind.TrialReused,
        TrialPromoted => EventKind.TrialPromoted,
        TrialStopped => EventKind.TrialStopped,
        TrialCompleted => EventKind.TrialCompleted,
        TrialSuggested => EventKind.TrialSuggested,
        TrialRetried => EventKind.TrialRetried,
        TrialFailed => EventKind.TrialFailed,
        TrialCancelled => EventKind.TrialCancelled,
        SchedulerSwitched => EventKind.SchedulerSwitched,
        SamplerExhausted => EventKind.SamplerExhausted,
        StudyEnding => EventKind.StudyEnding,
        StudyFinished => EventKind.StudyFinished,
        _ => throw new ArgumentException($"{decision.GetType().Name} has no stored form."),
    };
}
