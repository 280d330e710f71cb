using System.Runtime.InteropServices;

namespace ActorTune.Cli;

/// <summary>
/// What commands see of the process around them; tests put their own in its place.
/// </summary>
internal sealed record CliConsole
{
    /// <summary>Where requests come from, for the commands that read any.</summary>
    internal TextReader In { get; init; } = TextReader.Null;

    /// <summary>Where results go.</summary>
    internal required TextWriter Out { get; init; }

    /// <summary>Where errors go.</summary>
    internal required TextWriter Error { get; init; }

    /// <summary>Whether the output is a terminal, where a live screen may be drawn.</summary>
    internal bool IsTerminal { get; init; }

    /// <summary>How many columns tables may use.</summary>
    internal int Width { get; init; } = 100;

    /// <summary>The environment variables; null: those of the process.</summary>
    internal IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>Calls an action at each interrupt (Ctrl-C, SIGTERM) until it is disposed.</summary>
    internal Func<Action, IDisposable> OnInterrupt { get; init; } = static _ => new Interrupts();

    internal static CliConsole OfProcess() => new()
    {
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        IsTerminal = !Console.IsOutputRedirected,
        Width = Console.IsOutputRedirected ? 100 : Math.Max(40, TerminalWidth()),
        OnInterrupt = static action => new Interrupts(
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Take(signal, action)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Take(signal, action))),
    };

    internal string? Variable(string name)
    {
        string? value = Environment is null
            ? System.Environment.GetEnvironmentVariable(name)
            : Environment.GetValueOrDefault(name);
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static void Take(PosixSignalContext signal, Action action)
    {
        signal.Cancel = true;
        action();
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 100;
        }
    }

    private sealed class Interrupts(params PosixSignalRegistration[] registrations) : IDisposable
    {
        public void Dispose()
        {
            foreach (PosixSignalRegistration registration in registrations)
                registration.Dispose();
        }
    }
}
