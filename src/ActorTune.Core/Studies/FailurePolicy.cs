namespace ActorTune.Studies;

/// <summary>How often a failed attempt is repeated, by kind, and when a study gives up.</summary>
public sealed record FailurePolicy
{
    /// <summary>Repeats after a lost worker, on another worker where there is one.</summary>
    /// <value>Default: 3.</value>
    public int LostWorkerRetries { get; init; } = 3;

    /// <summary>Repeats after a silence longer than the silence limit.</summary>
    /// <value>Default: 1.</value>
    public int HangRetries { get; init; } = 1;

    /// <summary>Repeats after running out of memory.</summary>
    /// <value>Default: 1.</value>
    public int OutOfMemoryRetries { get; init; } = 1;

    /// <summary>
    /// Repeats after an error, an invalid measurement or an end without a report.
    /// </summary>
    /// <value>Default: 0.</value>
    public int ErrorRetries { get; init; }

    /// <summary>The study is aborted after this many failed trials in a row.</summary>
    /// <value>Default: 5. Zero never aborts.</value>
    public int AbortAfterFailuresInRow { get; init; } = 5;

    /// <summary>
    /// The study is aborted when this many trials have ended and all of them failed.
    /// </summary>
    /// <value>Default: 10. Zero never aborts.</value>
    public int AbortWhenFirstAllFail { get; init; } = 10;

    /// <summary>How often an attempt that ended so is repeated.</summary>
    public int RetriesOf(AttemptEnd end) => end switch
    {
        AttemptEnd.LostWorker => LostWorkerRetries,
        AttemptEnd.Hang => HangRetries,
        AttemptEnd.OutOfMemory => OutOfMemoryRetries,
        AttemptEnd.Error or AttemptEnd.InvalidMeasurement or AttemptEnd.NoReport
            or AttemptEnd.OutsideSignal => ErrorRetries,
        AttemptEnd.Diverged or AttemptEnd.TimeLimit => 0,
        AttemptEnd.Interrupted or AttemptEnd.Returned => int.MaxValue,
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "Unknown end."),
    };
}
