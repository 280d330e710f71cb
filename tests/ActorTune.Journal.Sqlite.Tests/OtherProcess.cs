using System.Diagnostics;

namespace ActorTune.Journal.Sqlite.Tests;

/// <summary>A process of the locker, which opens a study and appends when told.</summary>
internal sealed class OtherProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    internal int Id => _process.Id;

    internal static OtherProcess Start(string journal, StudyId study)
    {
        string program = Path.Combine(
            AppContext.BaseDirectory, "ActorTune.Journal.Sqlite.Tests.Locker.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, journal, study.Name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new OtherProcess(Process.Start(start)!);
    }

    internal Task<string?> ReadAsync() =>
        _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    internal async Task<string?> AppendAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        return await ReadAsync();
    }

    /// <summary>Ends it as kill -9 does.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
