using System.Diagnostics;

namespace ActorTune.EndToEnd;

/// <summary>The command line tool as a process of its own, as its user starts it.</summary>
internal sealed class CliProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private CliProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    internal static CliProcess Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Repository.Cli);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return new CliProcess(Process.Start(start)!);
    }

    internal static CliResult Run(string folder, params string[] arguments)
    {
        using CliProcess process = Start(folder, arguments);
        return process.Finish();
    }

    /// <summary>Waits for the end, at most so long, and says whether it came.</summary>
    internal bool EndsWithin(TimeSpan time) => _process.WaitForExit(time);

    internal void KillNine()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    internal CliResult Finish()
    {
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"The command did not end within {Patience}: {_output.Result}{_errors.Result}");
        }

        return new CliResult(_process.ExitCode, _output.Result, _errors.Result);
    }

    public void Dispose() => _process.Dispose();
}
