using System.Globalization;

namespace ActorTune.TestKit.Cluster;

/// <summary>One fault of a plan, written "kind@n" or "kind@n:amount".</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="At">The ordinal of what the kind counts, from 1.</param>
/// <param name="Amount">Seconds, appends, reports, or the worker's number, as the kind needs it.
/// </param>
public sealed record ClusterFault(ClusterFaultKind Kind, int At, int Amount = 0)
{
    private static readonly Dictionary<ClusterFaultKind, string> Names = new()
    {
        [ClusterFaultKind.DropMessage] = "drop",
        [ClusterFaultKind.DuplicateMessage] = "duplicate",
        [ClusterFaultKind.DelayMessage] = "delay",
        [ClusterFaultKind.CrashWorker] = "crash-worker",
        [ClusterFaultKind.PartWorker] = "part-worker",
        [ClusterFaultKind.HangProgram] = "hang",
        [ClusterFaultKind.EndProgram] = "end",
        [ClusterFaultKind.FailAppend] = "fail-append",
        [ClusterFaultKind.LoseAppendAnswer] = "lose-answer",
        [ClusterFaultKind.FillDisk] = "fill-disk",
        [ClusterFaultKind.CrashStudy] = "crash-study",
        [ClusterFaultKind.StopCluster] = "stop-all",
        [ClusterFaultKind.JumpClock] = "jump-clock",
    };

    /// <summary>How long a worker is away that was cut off.</summary>
    internal static TimeSpan Absence { get; } = TimeSpan.FromSeconds(30);

    private static TimeSpan Lease { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether it happens after an event of the journal.</summary>
    internal bool IsTimed => Kind is ClusterFaultKind.CrashWorker or ClusterFaultKind.PartWorker
        or ClusterFaultKind.CrashStudy or ClusterFaultKind.StopCluster
        or ClusterFaultKind.JumpClock;

    /// <summary>How long it may keep a slot free that is due.</summary>
    internal TimeSpan Delay => Kind switch
    {
        ClusterFaultKind.DelayMessage => TimeSpan.FromSeconds(Amount),
        // What is lost is sent again after five seconds; the rest is late by one.
        ClusterFaultKind.DropMessage => TimeSpan.FromSeconds(6),
        ClusterFaultKind.DuplicateMessage or ClusterFaultKind.HangProgram
            or ClusterFaultKind.EndProgram => TimeSpan.Zero,
        ClusterFaultKind.PartWorker => Absence + Lease,
        // A backoff of ten seconds at most for each restart, and once a lease.
        _ => Lease + Math.Max(1, Restarts) * TimeSpan.FromSeconds(10),
    };

    /// <summary>How often the study's actor fails of it at most.</summary>
    internal int Restarts => Kind switch
    {
        ClusterFaultKind.FillDisk => Amount,
        ClusterFaultKind.FailAppend or ClusterFaultKind.LoseAppendAnswer
            or ClusterFaultKind.CrashStudy => 1,
        _ => 0,
    };

    /// <summary>Reads "kind@n" or "kind@n:amount".</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is not a fault.</exception>
    public static ClusterFault Parse(string text)
    {
        string[] parts = text.Split('@', ':');
        foreach ((ClusterFaultKind kind, string name) in Names)
        {
            if (parts.Length is 2 or 3 && name == parts[0])
                return new ClusterFault(
                    kind, Number(parts[1]), parts.Length == 3 ? Number(parts[2]) : 0);
        }

        throw new FormatException(
            $"'{text}' is no fault; write one of {string.Join(", ", Names.Values)} with @n.");
    }

    /// <inheritdoc/>
    public override string ToString() => Amount == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Names[Kind]}@{At}")
        : string.Create(CultureInfo.InvariantCulture, $"{Names[Kind]}@{At}:{Amount}");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
