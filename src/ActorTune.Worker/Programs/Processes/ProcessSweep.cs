namespace ActorTune.Worker.Programs.Processes;

/// <summary>
/// Ends what an engine that died left running. It comes before the first slot is offered, as the
/// devices are not free until then.
/// </summary>
public static class ProcessSweep
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Kills the trial programs recorded in a folder whose engine runs no more, with all that they
    /// started, and removes their records. A process that has come by a recorded id since then is
    /// told apart by its start time and left alone.
    /// </summary>
    /// <param name="recordsFolder">The folder; it need not exist.</param>
    /// <returns>What was killed; empty when nothing was left.</returns>
    public static IReadOnlyList<SweptProgram> Run(string recordsFolder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(recordsFolder);
        var ended = new List<SweptProgram>();
        foreach ((string path, ProcessRecord? record) in new ProcessRecords(recordsFolder).Read())
        {
            if (record is { IsOfThisBoot: true } && (!record.IsOfThisNamespace || record.HasEngine))
                continue;
            int killed = record is { IsOfThisBoot: true } ? Kill(record) : 0;
            if (killed > 0)
                ended.Add(new SweptProgram(record!.Process, killed));
            if (record is not null)
                ChannelSocket.Remove(record.Channel);
            File.Delete(path);
        }

        return ended;
    }

    private static int Kill(ProcessRecord record)
    {
        var killed = new HashSet<int>();
        SpinWait.SpinUntil(() => !KillMembers(record, killed), Patience);
        return killed.Count;
    }

    private static bool KillMembers(ProcessRecord record, HashSet<int> killed)
    {
        IReadOnlyList<int> members = ProcessTable.MembersOf(record);
        foreach (int member in members)
        {
            Signal.Send(member, Signal.Kill);
            killed.Add(member);
        }

        return members.Count > 0;
    }
}

/// <summary>A trial program that an earlier engine left running.</summary>
/// <param name="Process">The id of the process that the engine had started.</param>
/// <param name="KilledCount">How many processes were killed, what it started included.</param>
public sealed record SweptProgram(int Process, int KilledCount);
