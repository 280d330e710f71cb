namespace ActorTune.Journal;

/// <summary>Which process writes a study.</summary>
/// <param name="Host">The machine's name.</param>
/// <param name="ProcessId">The process id on that machine.</param>
/// <param name="StartedAt">When the process started (UTC): process ids are used again.</param>
public sealed record WriterIdentity(string Host, int ProcessId, DateTimeOffset StartedAt)
{
    /// <summary>This process.</summary>
    public static WriterIdentity Current { get; } = OfThisProcess();

    /// <summary>
    /// The form kept in lock files: host, process id and start time, one on each line.
    /// </summary>
    public string ToLines() => string.Create(
        CultureInfo.InvariantCulture, $"{Host}\n{ProcessId}\n{StartedAt:O}\n");

    /// <summary>Reads the form of lock files; null when it is not one.</summary>
    /// <param name="text">The text.</param>
    public static WriterIdentity? Parse(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 3
            && int.TryParse(lines[1], CultureInfo.InvariantCulture, out int process)
            && DateTimeOffset.TryParse(lines[2], CultureInfo.InvariantCulture, out var started)
                ? new WriterIdentity(lines[0], process, started)
                : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"process {ProcessId} on '{Host}', started {StartedAt:yyyy-MM-dd HH:mm:ss} UTC");

    private static WriterIdentity OfThisProcess()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var started = new DateTimeOffset(process.StartTime.ToUniversalTime());
        return new WriterIdentity(Environment.MachineName, Environment.ProcessId, started);
    }
}
