using System.Diagnostics;
using ActorTune.Programs;
using ActorTune.Programs.Wire;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>One attempt in a process of its own, from its start until nothing of it runs.</summary>
internal sealed class ProcessProgram : IRunningProgram
{
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(2);

    private readonly TrialLaunch _launch;
    private readonly ITrialProgramEvents _events;
    private readonly ProcessRunnerOptions _options;
    private readonly ProcessRecords _records;
    private readonly AttemptReports _reports;
    private readonly ProcessChannel _channel;
    private readonly Lock _gate = new();
    private SessionProcess? _process;
    private AttemptOutcome? _refusal;
    private bool _isToldToEnd;

    internal ProcessProgram(
        TrialLaunch launch,
        ITrialProgramEvents events,
        ProcessRunnerOptions options,
        ProcessRecords records)
    {
        // The program may have another current folder than the engine.
        _launch = launch with { Folder = Path.GetFullPath(launch.Folder) };
        _events = events;
        _options = options;
        _records = records;
        _reports = new AttemptReports(_launch, events);
        _channel = new ProcessChannel(_launch, _reports, events);
    }

    /// <inheritdoc/>
    public void Instruct(long report, AttemptInstruction instruction, Resource? until)
    {
        _reports.Acknowledge(report);
        _channel.Instruct(report, instruction, until);
    }

    /// <inheritdoc/>
    public void Interrupt()
    {
        _channel.Interrupt();
        AskToEnd();
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _channel.Stop();
        AskToEnd();
    }

    /// <inheritdoc/>
    public void Kill() => Tell(Signal.Kill);

    /// <summary>Runs the attempt; it never fails.</summary>
    internal async Task RunAsync()
    {
        AttemptOutcome outcome;
        try
        {
            outcome = await ExecuteAsync().ConfigureAwait(false);
        }
        catch (ProgramStartException refused)
        {
            outcome = new AttemptOutcome(AttemptEnd.Error, refused.Message);
        }
        catch (Exception error)
        {
            outcome = AttemptOutcome.Of(error) with { End = AttemptEnd.Error };
        }

        _events.Ended(outcome.End, outcome.Error);
    }

    private async Task<AttemptOutcome> ExecuteAsync()
    {
        Directory.CreateDirectory(_launch.Folder);
        using ChannelSocket socket = ChannelSocket.Listen();
        string path = socket.Server.Path;
        ProcessStartInfo start = ProgramCommand.Prepare(_launch, _options, path);
        using var output = new ProgramOutput(
            new OutputLog(Path.Combine(_launch.Folder, "output.log"), _options.OutputLimitBytes),
            _reports,
            _channel);
        using SessionProcess process = SessionProcess.Start(start, path, _records);
        try
        {
            return await FollowAsync(process, socket.Server, output).ConfigureAwait(false);
        }
        catch
        {
            process.Signal(Signal.Kill);
            throw;
        }
    }

    private async Task<AttemptOutcome> FollowAsync(
        SessionProcess process, TrialChannelServer server, ProgramOutput output)
    {
        using var stop = new CancellationTokenSource();
        Task talking = _channel.TalkAsync(server, Refuse, stop.Token);
        Task draining = Task.WhenAll(
            output.DrainOutputAsync(process.Output, Refuse, stop.Token),
            output.DrainErrorsAsync(process.Errors, stop.Token));
        Begin(process);
        int exitCode = await process.WaitAsync().ConfigureAwait(false);
        _reports.Release();
        (int left, bool areGone) = await process.EndGroupAsync().ConfigureAwait(false);
        await FinishAsync(draining, talking, stop).ConfigureAwait(false);
        if (areGone)
            process.Forget();
        if (draining.IsFaulted || talking.IsFaulted)
            await Task.WhenAll(draining, talking).ConfigureAwait(false);
        return Classify(exitCode, output, left, areGone);
    }

    private void Begin(SessionProcess process)
    {
        bool isToldToEnd;
        lock (_gate)
        {
            _process = process;
            isToldToEnd = _isToldToEnd;
        }

        if (isToldToEnd)
        {
            process.Abandon();
        }
        else
        {
            // Told first: once it begins, its first report may come at any moment.
            _events.Started(process.Id);
            process.Begin();
        }
    }

    // Once the processes are gone both streams end, unless one escaped that holds them open.
    private async Task FinishAsync(Task draining, Task talking, CancellationTokenSource stop)
    {
        Task all = _channel.IsAccepted ? Task.WhenAll(draining, talking) : draining;
        await all.WaitAsync(DrainPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(draining, talking)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private AttemptOutcome Classify(
        int exitCode, ProgramOutput output, int left, bool areGone)
    {
        lock (_gate)
        {
            return new ProgramEnd
            {
                ExitCode = exitCode,
                LastError = output.LastError,
                Said = _channel.Outcome,
                WasConnected = _channel.IsConnected,
                WasToldToEnd = _isToldToEnd,
                Refusal = _refusal ?? (exitCode == 0 ? output.CutOff : null),
                LeftBehind = left,
                AreGone = areGone,
            }.Classify();
        }
    }

    // A program that does not listen on the channel is asked with a signal.
    private void AskToEnd() => Tell(_channel.IsConnected ? 0 : Signal.Terminate);

    // What a program says that was told to end, a line that its end cut off included, is no fault.
    private void Refuse(AttemptOutcome refusal)
    {
        lock (_gate)
        {
            if (!_isToldToEnd)
                _refusal ??= refusal;
        }

        Tell(Signal.Kill);
    }

    private void Tell(int signal)
    {
        SessionProcess? process;
        lock (_gate)
        {
            _isToldToEnd = true;
            process = _process;
        }

        _reports.Close();
        if (signal != 0)
            process?.Signal(signal);
    }
}
