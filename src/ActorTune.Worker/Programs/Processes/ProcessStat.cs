namespace ActorTune.Worker.Programs.Processes;

/// <summary>A process as the kernel tells it in /proc/[pid]/stat; see proc(5).</summary>
/// <param name="Process">Its id.</param>
/// <param name="State">R, S, D, Z, ...</param>
/// <param name="Group">The id of its process group.</param>
/// <param name="Session">The id of its session.</param>
/// <param name="StartTime">
/// When it started, in clock ticks since the machine did. With the id it names a process for good,
/// as ids are used again.
/// </param>
internal readonly record struct ProcessStat(
    int Process, char State, int Group, int Session, long StartTime)
{
    /// <summary>Whether it can do anything; one that only waits to be reaped cannot.</summary>
    internal bool IsAlive => State is not ('Z' or 'X' or 'x');

    /// <summary>Reads a process; null when there is none.</summary>
    internal static ProcessStat? Read(int process)
    {
        try
        {
            return Parse(process, File.ReadAllText(string.Create(
                CultureInfo.InvariantCulture, $"/proc/{process}/stat")));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads the text; the program's name in it may hold blanks and parentheses.</summary>
    internal static ProcessStat Parse(int process, string text)
    {
        string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return new ProcessStat(
            process,
            fields[0][0],
            int.Parse(fields[2], CultureInfo.InvariantCulture),
            int.Parse(fields[3], CultureInfo.InvariantCulture),
            long.Parse(fields[19], CultureInfo.InvariantCulture));
    }
}
