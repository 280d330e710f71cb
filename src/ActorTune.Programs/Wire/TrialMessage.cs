namespace ActorTune.Programs.Wire;

/// <summary>
/// A message between the engine and a trial program's process: one line of JSON. The messages and
/// their order are in docs/trial-protocol.md.
/// </summary>
public abstract record TrialMessage
{
    private protected TrialMessage()
    {
    }
}

/// <summary>Program to engine, the first: who speaks.</summary>
/// <param name="Protocol">The protocol's version.</param>
/// <param name="Client">The library that speaks and its version, for people.</param>
public sealed record HelloMessage(int Protocol, string Client) : TrialMessage;

/// <summary>Engine to program, the answer to hello: the attempt.</summary>
/// <param name="Assignment">What the attempt is given.</param>
/// <param name="Credit">
/// How many reports may be unacknowledged before the program waits, at least 1.
/// </param>
public sealed record AssignmentMessage(TrialAssignment Assignment, int Credit) : TrialMessage;

/// <summary>Program to engine: one report.</summary>
/// <param name="Report">Its ordinal within the attempt, from 1.</param>
/// <param name="Resource">The resource that the trial has spent.</param>
/// <param name="Metrics">The metrics measured there.</param>
/// <param name="IsBarrier">Whether the program waits for the decision.</param>
public sealed record ReportMessage(
    long Report, Resource Resource, MetricSet Metrics, bool IsBarrier) : TrialMessage;

/// <summary>Program to engine: a whole checkpoint lies in a folder.</summary>
/// <param name="Resource">The resource that the trial had spent when it was saved.</param>
/// <param name="Folder">The checkpoint's folder.</param>
public sealed record CheckpointMessage(Resource Resource, string Folder) : TrialMessage;

/// <summary>Program to engine, the last: how the attempt ended.</summary>
/// <param name="Outcome">The end and its error.</param>
public sealed record EndMessage(AttemptOutcome Outcome) : TrialMessage;

/// <summary>Engine to program: reports are acknowledged, and what stands.</summary>
/// <param name="Report">The last report acknowledged; 0 before any.</param>
/// <param name="Reply">What the attempt does now.</param>
public sealed record ReplyMessage(long Report, TrialReply Reply) : TrialMessage;

/// <summary>Engine to program: end before the next report.</summary>
public sealed record StopMessage : TrialMessage;
