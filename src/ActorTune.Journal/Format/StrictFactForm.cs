namespace ActorTune.Journal.Format;

/// <summary>The stored form of the facts that only strict studies have.</summary>
internal static class StrictFactForm
{
    internal static EventKind? KindOf(StudyFact fact) => fact switch
    {
        LogicalTimeReached => EventKind.LogicalTimeReached,
        AttemptPlaced => EventKind.AttemptPlaced,
        AttemptWaited => EventKind.AttemptWaited,
        AttemptYielded => EventKind.AttemptYielded,
        RepeatStarted => EventKind.RepeatStarted,
        RepeatCompared => EventKind.RepeatCompared,
        StudyHeld => EventKind.StudyHeld,
        _ => null,
    };

    internal static StudyFact? Build(EventKind kind, in EventFields fields) => kind switch
    {
        EventKind.LogicalTimeReached => new LogicalTimeReached(fields.Time),
        EventKind.AttemptPlaced => new AttemptPlaced(
            fields.AttemptId,
            new WorkerId(fields.Worker),
            fields.Slots,
            fields.Has(Field.From) ? fields.From : null),
        EventKind.AttemptWaited => new AttemptWaited(fields.AttemptId, fields.Waited),
        EventKind.AttemptYielded => new AttemptYielded(fields.AttemptId),
        EventKind.RepeatStarted => new RepeatStarted(
            fields.AttemptId, new WorkerId(fields.Worker), fields.Slots),
        EventKind.RepeatCompared => new RepeatCompared(
            fields.AttemptId,
            fields.Report,
            new Resource(fields.Resource),
            fields.Has(Field.Difference) ? fields.Difference : null),
        EventKind.StudyHeld => new StudyHeld(fields.TrialNumber, fields.Message),
        _ => null,
    };

    internal static void Write(Utf8JsonWriter writer, StudyFact fact)
    {
        switch (fact)
        {
            case LogicalTimeReached it: writer.WriteNumber(FieldNames.Time, it.Time); break;
            case AttemptPlaced it: WritePlaced(writer, it); break;
            case AttemptWaited it:
                FactWriter.WriteAttempt(writer, it.Attempt);
                writer.WriteString(FieldNames.Waited, PolicyJson.DurationText(it.Waited));
                break;
            case AttemptYielded it: FactWriter.WriteAttempt(writer, it.Attempt); break;
            case RepeatStarted it: WritePlace(writer, it.Attempt, it.Worker, it.Slots); break;
            case RepeatCompared it: WriteCompared(writer, it); break;
            case StudyHeld it:
                writer.WriteNumber(FieldNames.Trial, it.Trial.Value);
                writer.WriteString(FieldNames.Message, it.Message);
                break;
        }
    }

    private static void WritePlaced(Utf8JsonWriter writer, AttemptPlaced fact)
    {
        WritePlace(writer, fact.Attempt, fact.Worker, fact.Slots);
        if (fact.From is { } from)
            CheckpointJson.Write(writer, from);
    }

    private static void WritePlace(
        Utf8JsonWriter writer, AttemptId attempt, WorkerId worker, IReadOnlyList<int> slots)
    {
        FactWriter.WriteAttempt(writer, attempt);
        writer.WriteString(FieldNames.Worker, worker.Name);
        JsonArrays.Write(writer, FieldNames.Slots, slots);
    }

    private static void WriteCompared(Utf8JsonWriter writer, RepeatCompared fact)
    {
        FactWriter.WriteAttempt(writer, fact.Attempt);
        writer.WriteNumber(FieldNames.Report, fact.Report);
        writer.WriteNumber(FieldNames.Resource, fact.Resource.Units);
        if (fact.Difference is { } difference)
            MetricJson.WriteNumber(writer, FieldNames.Difference, difference);
    }
}
