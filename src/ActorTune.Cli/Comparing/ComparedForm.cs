namespace ActorTune.Cli.Comparing;

/// <summary>Takes out of an event what a comparison passes over.</summary>
internal static class ComparedForm
{
    private static readonly StudyId AnyStudy = new("any");
    private static readonly WorkerId AnyWorker = new("any");

    /// <summary>The part of an event that is compared; null: nothing of it.</summary>
    internal static StudyEvent? Of(StudyEvent change, ComparedParts parts) => parts switch
    {
        ComparedParts.All => change,
        ComparedParts.Decisions => Decision(Anonymous(change)),
        _ => Anonymous(change),
    };

    private static StudyEvent Anonymous(StudyEvent change) => change switch
    {
        StudyCreated created => created with
        {
            Specification = created.Specification with { Study = AnyStudy },
        },
        StudyForked forked => forked with
        {
            Specification = forked.Specification with { Study = AnyStudy },
            Missing = [],
        },
        PlacementOffered offered => offered with { Worker = AnyWorker, Slots = [] },
        AttemptPlaced placed => placed with { Worker = AnyWorker, Slots = [] },
        RepeatStarted started => started with { Worker = AnyWorker, Slots = [] },
        AttemptStarted started => started with { Process = null },
        _ => change,
    };

    private static StudyEvent? Decision(StudyEvent change) => change switch
    {
        CoordinatorStarted or PlacementOffered or PlacementWithdrawn or AttemptStarted
            or AttemptLost or CheckpointSaved or MeasurementRepeated or MessageRejected
            or TrialRetried or AttemptPlaced or AttemptWaited or AttemptYielded or RepeatStarted
            or RepeatCompared or StudyHeld => null,
        AttemptEnded ended when !ended.End.IsLogical() => null,
        AttemptEnded ended => ended with { Attempt = Any(ended.Attempt), Message = "" },
        MeasurementReported measured => measured with
        {
            Attempt = Any(measured.Attempt),
            Report = 0,
        },
        TrialSuggested suggested => suggested with
        {
            Basis = SequenceNumber.None,
            Offer = default,
            From = null,
        },
        TrialPromoted promoted => promoted with
        {
            Attempt = Any(promoted.Attempt),
            Offer = default,
            From = null,
        },
        SamplerExhausted => new SamplerExhausted(SequenceNumber.None),
        _ => change,
    };

    private static AttemptId Any(AttemptId attempt) => new(attempt.Trial, 1);
}
