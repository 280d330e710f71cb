using System.Runtime.InteropServices;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>Signals to processes, kill(2).</summary>
internal static class Signal
{
    internal const int HangUp = 1;
    internal const int Kill = 9;
    internal const int Terminate = 15;

    private static readonly (int Number, string Name)[] Names =
    [
        (1, "SIGHUP"), (2, "SIGINT"), (3, "SIGQUIT"), (4, "SIGILL"), (6, "SIGABRT"), (7, "SIGBUS"),
        (8, "SIGFPE"), (Kill, "SIGKILL"), (11, "SIGSEGV"), (13, "SIGPIPE"),
        (Terminate, "SIGTERM"), (24, "SIGXCPU"), (25, "SIGXFSZ"), (31, "SIGSYS"),
    ];

    /// <summary>Sends a signal to one process; says whether there was one.</summary>
    internal static bool Send(int process, int signal) => NativeKill(process, signal) == 0;

    /// <summary>
    /// Sends a signal to the group that a process leads, or to the process alone while it has not
    /// become a leader yet.
    /// </summary>
    internal static void SendToGroup(int leader, int signal)
    {
        if (NativeKill(-leader, signal) != 0)
            NativeKill(leader, signal);
    }

    internal static string NameOf(int signal)
    {
        string? name = Names.FirstOrDefault(known => known.Number == signal).Name;
        return string.Create(
            CultureInfo.InvariantCulture, $"signal {signal}{(name is null ? "" : $" ({name})")}");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int NativeKill(int process, int signal);
}
