namespace ActorTune.Journal.Format;

/// <summary>Writes facts.</summary>
internal static class FactWriter
{
    internal static void Write(Utf8JsonWriter writer, MeasurementReported fact)
    {
        Begin(writer, EventKind.MeasurementReported);
        WriteAttempt(writer, fact.Attempt);
        writer.WriteNumber(FieldNames.Report, fact.Report);
        writer.WriteNumber(FieldNames.Resource, fact.Resource.Units);
        MetricJson.Write(writer, fact.Metrics);
        writer.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter writer, StudyFact fact)
    {
        Begin(writer, KindOf(fact));
        switch (fact)
        {
            case StudyCreated it:
                writer.WritePropertyName(FieldNames.Specification);
                SpecificationWriter.Write(writer, it.Specification);
                break;
            case CoordinatorStarted it:
                writer.WriteNumber(FieldNames.Epoch, it.Epoch.Value);
                writer.WriteString(FieldNames.Engine, it.Engine);
                JsonArrays.Write(writer, FieldNames.Strategies, it.Strategies);
                break;
            case StudyCancelRequested it:
                writer.WriteString(FieldNames.Mode, Words.EndModes[it.Mode]);
                break;
            case TrialCancelRequested it:
                writer.WriteNumber(FieldNames.Trial, it.Trial.Value);
                break;
            case TrialEnqueued it: ValueJson.WriteConfiguration(writer, it.Configuration); break;
            case TrialImported it: WriteImported(writer, it); break;
            case StopConditionsChanged it: PolicyJson.WriteStop(writer, it.Stop); break;
            case StudyForked it: ForkJson.Write(writer, it); break;
            case SchedulerSwitchRequested it:
                SchedulerJson.Write(writer, it.Scheduler, null);
                break;
            case MessageRejected it:
                writer.WriteString(FieldNames.Message, it.Message);
                writer.WriteString(FieldNames.Error, it.Error);
                break;
            default: WriteFromWorker(writer, fact); break;
        }

        writer.WriteEndObject();
    }

    internal static void Begin(Utf8JsonWriter writer, EventKind kind)
    {
        EventForm form = EventForm.Of(kind);
        writer.WriteStartObject();
        writer.WriteString(FieldNames.Event, form.Name);
        writer.WriteNumber(FieldNames.Version, form.Version);
    }

    internal static void WriteAttempt(Utf8JsonWriter writer, AttemptId attempt)
    {
        writer.WriteNumber(FieldNames.Trial, attempt.Trial.Value);
        writer.WriteNumber(FieldNames.Attempt, attempt.Number);
    }

    private static void WriteImported(Utf8JsonWriter writer, TrialImported fact)
    {
        SourceJson.Write(writer, fact.Source, fact.SourceTrial);
        ValueJson.WriteConfiguration(writer, fact.Configuration);
        writer.WriteNumber(FieldNames.Resource, fact.Resource.Units);
        MetricJson.WriteNumber(writer, FieldNames.Quantile, fact.Quantile);
    }

    private static void WriteFromWorker(Utf8JsonWriter writer, StudyFact fact)
    {
        switch (fact)
        {
            case PlacementOffered it:
                writer.WriteNumber(FieldNames.Offer, it.Offer.Value);
                writer.WriteString(FieldNames.Worker, it.Worker.Name);
                JsonArrays.Write(writer, FieldNames.Slots, it.Slots);
                break;
            case PlacementWithdrawn it:
                writer.WriteNumber(FieldNames.Offer, it.Offer.Value);
                break;
            case AttemptStarted it:
                WriteAttempt(writer, it.Attempt);
                if (it.Process is { } process)
                    writer.WriteNumber(FieldNames.Process, process);
                break;
            case CheckpointSaved it:
                WriteAttempt(writer, it.Checkpoint.Attempt);
                writer.WriteNumber(FieldNames.Resource, it.Checkpoint.Resource.Units);
                break;
            case MeasurementRepeated it:
                WriteAttempt(writer, it.Attempt);
                writer.WriteNumber(FieldNames.Report, it.Report);
                writer.WriteNumber(FieldNames.Resource, it.Resource.Units);
                if (it.Difference is { } difference)
                    MetricJson.WriteNumber(writer, FieldNames.Difference, difference);
                break;
            case AttemptEnded it:
                WriteAttempt(writer, it.Attempt);
                writer.WriteString(FieldNames.End, Words.AttemptEnds[it.End]);
                writer.WriteString(FieldNames.Message, it.Message);
                break;
            case AttemptLost it: WriteAttempt(writer, it.Attempt); break;
            default: StrictFactForm.Write(writer, fact); break;
        }
    }

    private static EventKind KindOf(StudyFact fact) => fact switch
    {
        StudyCreated => EventKind.StudyCreated,
        CoordinatorStarted => EventKind.CoordinatorStarted,
        WallTimeReached => EventKind.WallTimeReached,
        StudyCancelRequested => EventKind.StudyCancelRequested,
        TrialCancelRequested => EventKind.TrialCancelRequested,
        TrialEnqueued => EventKind.TrialEnqueued,
        TrialImported => EventKind.TrialImported,
        StopConditionsChanged => EventKind.StopConditionsChanged,
        StudyForked => EventKind.StudyForked,
        SchedulerSwitchRequested => EventKind.SchedulerSwitchRequested,
        MessageRejected => EventKind.MessageRejected,
        PlacementOffered => EventKind.PlacementOffered,
        PlacementWithdrawn => EventKind.PlacementWithdrawn,
        AttemptStarted => EventKind.AttemptStarted,
        CheckpointSaved => EventKind.CheckpointSaved,
        MeasurementReported => EventKind.MeasurementReported,
        MeasurementRepeated => EventKind.MeasurementRepeated,
        AttemptEnded => EventKind.AttemptEnded,
        AttemptLost => EventKind.AttemptLost,
        _ => StrictFactForm.KindOf(fact)
            ?? throw new ArgumentException($"{fact.GetType().Name} has no stored form."),
    };
}
