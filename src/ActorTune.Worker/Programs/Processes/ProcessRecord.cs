using System.Diagnostics.CodeAnalysis;
using System.Text;
using ActorTune.Programs.Wire;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>What is known of a trial program's process from before its own code began.</summary>
/// <param name="Process">Its id, which is the id of its session and group too.</param>
/// <param name="StartTime">Its start time in clock ticks.</param>
/// <param name="Channel">The path of its socket, which no other attempt's process has.</param>
/// <param name="Engine">The process that started it.</param>
/// <param name="EngineStartTime">That process's start time.</param>
/// <param name="Boot">The running of the kernel in which the numbers mean something.</param>
/// <param name="Namespace">The space of process ids in which they do.</param>
internal sealed record ProcessRecord(
    int Process,
    long StartTime,
    string Channel,
    int Engine,
    long EngineStartTime,
    string Boot,
    string Namespace)
{
    private static readonly Lazy<ProcessRecord> Self = new(() => new ProcessRecord(
        0,
        0,
        string.Empty,
        Environment.ProcessId,
        ProcessStat.Read(Environment.ProcessId)?.StartTime ?? 0,
        File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim(),
        new FileInfo("/proc/self/ns/pid").LinkTarget ?? "unknown"));

    /// <summary>The entry of the environment that marks all that the program starts.</summary>
    internal byte[] Mark => Encoding.UTF8.GetBytes($"{TrialWire.ChannelVariable}={Channel}\0");

    /// <summary>Whether it is of this running of the kernel.</summary>
    internal bool IsOfThisBoot => Boot == Self.Value.Boot;

    /// <summary>Whether its process ids mean the same here.</summary>
    internal bool IsOfThisNamespace => Namespace == Self.Value.Namespace;

    /// <summary>Whether the engine that started it still runs.</summary>
    internal bool HasEngine =>
        ProcessStat.Read(Engine) is { IsAlive: true } engine
        && engine.StartTime == EngineStartTime;

    /// <summary>A record of a process that this engine started.</summary>
    internal static ProcessRecord Of(int process, long startTime, string channel) =>
        Self.Value with { Process = process, StartTime = startTime, Channel = channel };

    internal string ToText() => string.Join(
        '\n',
        "actortune-process 1",
        Process.ToString(CultureInfo.InvariantCulture),
        StartTime.ToString(CultureInfo.InvariantCulture),
        Channel,
        Engine.ToString(CultureInfo.InvariantCulture),
        EngineStartTime.ToString(CultureInfo.InvariantCulture),
        Boot,
        Namespace,
        string.Empty);

    /// <summary>Reads a record; false for a torn or foreign one.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out ProcessRecord? record)
    {
        string[] lines = text.Split('\n');
        bool isWhole = lines.Length == 9 && lines[0] == "actortune-process 1";
        if (isWhole
            && Number(lines[1]) is { } process
            && Number(lines[2]) is { } startTime
            && Number(lines[4]) is { } engine
            && Number(lines[5]) is { } engineStartTime)
        {
            record = new ProcessRecord(
                (int)process,
                startTime,
                lines[3],
                (int)engine,
                engineStartTime,
                lines[6],
                lines[7]);
            return true;
        }

        record = null;
        return false;
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
}
