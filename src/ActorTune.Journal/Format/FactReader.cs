namespace ActorTune.Journal.Format;

/// <summary>Makes facts of fields that are known to be whole.</summary>
internal static class FactReader
{
    internal static MeasurementReported Measurement(in EventFields fields) =>
        new(fields.AttemptId, fields.Report, new Resource(fields.Resource), fields.Metrics);

    internal static StudyEvent Build(EventKind kind, in EventFields fields) => kind switch
    {
        EventKind.StudyCreated => new StudyCreated(fields.Specification),
        EventKind.CoordinatorStarted =>
            new CoordinatorStarted(new Epoch(fields.Epoch), fields.Engine, fields.Strategies),
        EventKind.WallTimeReached => new WallTimeReached(),
        EventKind.StudyCancelRequested => new StudyCancelRequested(fields.Mode),
        EventKind.TrialCancelRequested => new TrialCancelRequested(fields.TrialNumber),
        EventKind.TrialEnqueued => new TrialEnqueued(fields.Configuration),
        EventKind.TrialImported => new TrialImported(
            fields.Source.Study,
            fields.Source.Trial,
            fields.Configuration,
            new Resource(fields.Resource),
            fields.Quantile),
        EventKind.StopConditionsChanged => new StopConditionsChanged(fields.Stop),
        EventKind.StudyForked => fields.Fork with
        {
            Specification = fields.Specification,
            Strategies = fields.Strategies,
        },
        EventKind.SchedulerSwitchRequested =>
            new SchedulerSwitchRequested(fields.Scheduler.Options),
        EventKind.MessageRejected => new MessageRejected(fields.Message, fields.Error),
        EventKind.PlacementOffered =>
            new PlacementOffered(fields.OfferId, new WorkerId(fields.Worker), fields.Slots),
        EventKind.PlacementWithdrawn => new PlacementWithdrawn(fields.OfferId),
        EventKind.AttemptStarted => new AttemptStarted(
            fields.AttemptId, fields.Has(Field.Process) ? fields.Process : null),
        EventKind.CheckpointSaved =>
            new CheckpointSaved(new Checkpoint(fields.AttemptId, new Resource(fields.Resource))),
        EventKind.MeasurementReported => Measurement(fields),
        EventKind.MeasurementRepeated => new MeasurementRepeated(
            fields.AttemptId,
            fields.Report,
            new Resource(fields.Resource),
            fields.Has(Field.Difference) ? fields.Difference : null),
        EventKind.AttemptEnded =>
            new AttemptEnded(fields.AttemptId, fields.End, fields.Message),
        EventKind.AttemptLost => new AttemptLost(fields.AttemptId),
        _ => StrictFactForm.Build(kind, fields)
            ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a fact."),
    };
}
