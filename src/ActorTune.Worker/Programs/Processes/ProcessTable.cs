namespace ActorTune.Worker.Programs.Processes;

/// <summary>Finds what belongs to a trial program among the machine's processes.</summary>
internal static class ProcessTable
{
    /// <summary>
    /// The live processes that a recorded one started, itself included: those of its session and
    /// group, and those that left both but still have its channel in their environment.
    /// </summary>
    /// <param name="record">The process.</param>
    internal static IReadOnlyList<int> MembersOf(ProcessRecord record)
    {
        ProcessStat? leader = ProcessStat.Read(record.Process);

        // The kernel gives a process number to nobody else while a session or a group bears it, so
        // a session that outlives its leader is still the recorded one.
        bool ownsSession = leader is null || leader.Value.StartTime == record.StartTime;
        byte[] mark = record.Mark;
        return
        [
            .. All().Where(one => one.IsAlive
                && one.StartTime >= record.StartTime
                && one.Process != Environment.ProcessId
                && ((ownsSession && IsIn(one, record.Process)) || HasMark(one.Process, mark)))
                .Select(one => one.Process),
        ];
    }

    private static bool IsIn(ProcessStat one, int leader) =>
        one.Session == leader || one.Group == leader;

    private static IEnumerable<ProcessStat> All()
    {
        foreach (string path in Directory.EnumerateDirectories("/proc"))
        {
            bool isProcess = int.TryParse(
                Path.GetFileName(path.AsSpan()),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int process);
            if (isProcess && ProcessStat.Read(process) is { } stat)
                yield return stat;
        }
    }

    // The environment of another user's process cannot be read, and is none of ours.
    private static bool HasMark(int process, byte[] mark)
    {
        try
        {
            byte[] environment = File.ReadAllBytes(string.Create(
                CultureInfo.InvariantCulture, $"/proc/{process}/environ"));
            return environment.AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
