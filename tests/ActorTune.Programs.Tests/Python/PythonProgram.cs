using System.Diagnostics;

namespace ActorTune.Programs.Tests.Python;

/// <summary>
/// A Python program on the one-file library, with the engine's end of its channel.
/// </summary>
internal sealed class PythonProgram : IAsyncDisposable
{
    private const string Interpreter = "/usr/bin/python3";
    private readonly Process _process;
    private readonly Task<string> _errors;

    private PythonProgram(TemporaryFolder folder, Process process, TrialConnection engine)
    {
        Folder = folder;
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        Engine = engine;
    }

    internal TemporaryFolder Folder { get; }

    internal TrialConnection Engine { get; }

    internal static async Task<PythonProgram> StartAsync(
        string program, Func<TrialAssignment, TrialAssignment>? change = null, int credit = 64)
    {
        Assert.True(
            File.Exists(Interpreter), $"These tests run the Python library with {Interpreter}.");
        var folder = new TemporaryFolder();
        using TrialChannelServer server = TrialChannelServer.Listen(folder.Of("s"));
        var start = new ProcessStartInfo(Interpreter, ["-c", program])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment[TrialWire.ChannelVariable] = server.Path;
        start.Environment["PYTHONPATH"] = Path.Combine(AppContext.BaseDirectory, "python");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        Process process = Process.Start(start)!;
        TrialConnection engine = await AcceptAsync(server, process);
        TrialAssignment assignment = Assignments.In(folder.Path);
        await engine.AssignAsync(change?.Invoke(assignment) ?? assignment, credit, default);
        return new PythonProgram(folder, process, engine);
    }

    internal async Task<T> ReceiveAsync<T>()
        where T : TrialMessage => Assert.IsType<T>(await Engine.ReceiveAsync(default));

    internal ValueTask ReplyAsync(
        long report, AttemptInstruction instruction, long? until, bool wantsCheckpoint = false) =>
        Engine.ReplyAsync(
            report,
            new TrialReply(
                instruction, until is { } units ? new Resource(units) : null, wantsCheckpoint),
            default);

    internal async Task<(int Code, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Folder.Dispose();
    }

    // A program that ends before it connects would leave the engine waiting for ever.
    private static async Task<TrialConnection> AcceptAsync(
        TrialChannelServer server, Process process)
    {
        using var ended = new CancellationTokenSource();
        Task<TrialConnection> accepting = server.AcceptAsync(ended.Token);
        Task exiting = process.WaitForExitAsync(CancellationToken.None);
        if (await Task.WhenAny(accepting, exiting) == exiting && !accepting.IsCompleted)
        {
            await ended.CancelAsync();
            Assert.Fail(await process.StandardError.ReadToEndAsync(CancellationToken.None));
        }

        return await accepting;
    }
}
