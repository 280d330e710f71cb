using System.Runtime.InteropServices;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Checks;

/// <summary>Looks at the machine: versions, cores, memory, programs that trials may need.</summary>
internal static class MachineChecks
{
    private const double Gibibyte = 1L << 30;
    private const long SmallSharedMemory = 256L << 20;

    internal static IEnumerable<Finding> Run(CliConsole console)
    {
        yield return Ok("ActorTune", typeof(MachineChecks).Assembly.GetName().Version!.ToString(3));
        yield return Ok(".NET", $"{RuntimeInformation.FrameworkDescription} on "
            + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}");
        yield return Ok("SQLite", SystemSqlite.Version() + (SystemSqlite.Origin() is { } origin
            ? $" from {origin}"
            : ""));
        yield return Ok("cores", Numbers.Count(Environment.ProcessorCount));
        yield return Ok("memory", Size(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes));
        if (OperatingSystem.IsLinux())
        {
            yield return SharedMemory();
            yield return Program(console, "setsid",
                "trial processes get their own session, so that they can be ended as a group");
        }

        yield return Program(console, "python3", "needed only by Python trial programs");
        yield return Ok("output", console.IsTerminal
            ? string.Create(CultureInfo.InvariantCulture,
                $"a terminal of {console.Width} columns: run shows a live screen")
            : "not a terminal: run shows plain lines");
    }

    private static Finding Ok(string subject, string text) =>
        new(FindingLevel.Ok, subject, text);

    private static string Size(long bytes) =>
        (bytes / Gibibyte).ToString("0.0", CultureInfo.InvariantCulture) + " GiB";

    private static Finding SharedMemory()
    {
        const string folder = "/dev/shm";
        if (!Directory.Exists(folder))
            return new Finding(FindingLevel.Warning, folder,
                "is missing: data loaders with several processes may fail");
        long size = new DriveInfo(folder).TotalSize;
        return size < SmallSharedMemory
            ? new Finding(FindingLevel.Warning, folder, $"{Size(size)}: small for data loaders "
                + "with several processes; in a container set --shm-size")
            : Ok(folder, Size(size));
    }

    private static Finding Program(CliConsole console, string name, string use)
    {
        string? found = (console.Variable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return found is null
            ? new Finding(FindingLevel.Warning, name, $"is not on the path; {use}")
            : Ok(name, found);
    }
}
