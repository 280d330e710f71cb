namespace ActorTune.Programs.Wire;

/// <summary>The words of the wire form.</summary>
internal static class MessageNames
{
    internal const string AllTypes =
        "hello, assignment, report, checkpoint, end, reply and stop";

    internal static IReadOnlyList<(string Name, AttemptInstruction Value)> Instructions { get; } =
    [
        ("continue", AttemptInstruction.Continue),
        ("pause", AttemptInstruction.Pause),
        ("stop", AttemptInstruction.Stop),
        ("complete", AttemptInstruction.Complete),
    ];

    internal static IReadOnlyList<(string Name, AttemptEnd Value)> Ends { get; } =
    [
        ("returned", AttemptEnd.Returned),
        ("error", AttemptEnd.Error),
        ("out-of-memory", AttemptEnd.OutOfMemory),
        ("invalid-measurement", AttemptEnd.InvalidMeasurement),
    ];

    internal static string TypeOf(TrialMessage message) => message switch
    {
        HelloMessage => "hello",
        AssignmentMessage => "assignment",
        ReportMessage => "report",
        CheckpointMessage => "checkpoint",
        EndMessage => "end",
        ReplyMessage => "reply",
        StopMessage => "stop",
        _ => throw new ArgumentException($"There is no wire form of {message.GetType().Name}."),
    };

    internal static string Of(AttemptInstruction value) => NameOf(Instructions, value);

    internal static string Of(AttemptEnd value) => NameOf(Ends, value);

    internal static string OfNonFinite(double value) =>
        double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    private static string NameOf<T>(IReadOnlyList<(string Name, T Value)> names, T value)
    {
        foreach ((string name, T candidate) in names)
        {
            if (EqualityComparer<T>.Default.Equals(candidate, value))
                return name;
        }

        throw new ArgumentException($"A program cannot say {value} by itself.", nameof(value));
    }
}
