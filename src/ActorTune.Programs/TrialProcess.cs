using System.Runtime.InteropServices;
using ActorTune.Programs.Wire;

namespace ActorTune.Programs;

/// <summary>
/// The entry point of a .NET program that the engine starts as a process of its own:
/// <c>return await TrialProcess.RunAsync(program);</c>
/// </summary>
public static class TrialProcess
{
    /// <summary>Executes the attempt that the engine started this process for.</summary>
    /// <param name="function">The trial function.</param>
    /// <returns>The exit code, one of <see cref="TrialExitCode"/>.</returns>
    public static Task<int> RunAsync(TrialFunction function) =>
        RunAsync(new FunctionProgram(function));

    /// <summary>
    /// Executes the attempt that the engine started this process for. Exceptions go to the engine
    /// with their type and first line, and in full to standard error.
    /// </summary>
    /// <param name="program">The trial program.</param>
    /// <returns>The exit code, one of <see cref="TrialExitCode"/>.</returns>
    public static Task<int> RunAsync(ITrialProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        string? path = Environment.GetEnvironmentVariable(TrialWire.ChannelVariable);
        return RunAsync(program, path, Console.Error);
    }

    internal static async Task<int> RunAsync(ITrialProgram program, string? path, TextWriter errors)
    {
        if (string.IsNullOrEmpty(path))
        {
            await errors.WriteLineAsync(
                $"{TrialWire.ChannelVariable} is not set: this is a trial program, which the "
                + "engine starts for a study that names it as its program.").ConfigureAwait(false);
            return TrialExitCode.NoChannel;
        }

        try
        {
            SocketTrialChannel channel = await SocketTrialChannel.ConnectAsync(path)
                .ConfigureAwait(false);
            await using (channel.ConfigureAwait(false))
                return await RunAsync(program, channel, errors).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is TrialChannelClosedException or TrialProtocolException)
        {
            await errors.WriteLineAsync(lost.Message).ConfigureAwait(false);
            return TrialExitCode.EngineGone;
        }
    }

    private static async Task<int> RunAsync(
        ITrialProgram program, SocketTrialChannel channel, TextWriter errors)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(channel.Stop);
        using PosixSignalRegistration terminated = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            signal =>
            {
                signal.Cancel = true;
                stop.Cancel();
            });
        var trial = new TrialContext(channel.Assignment, channel);
        (AttemptOutcome outcome, Exception? exception) =
            await AttemptOutcome.OfAsync(program, trial, stop.Token).ConfigureAwait(false);
        if (exception is not null && outcome.End != AttemptEnd.Returned)
            await errors.WriteLineAsync(exception.ToString()).ConfigureAwait(false);
        if (exception is TrialChannelClosedException)
            return TrialExitCode.EngineGone;
        await channel.EndAsync(outcome).ConfigureAwait(false);
        return CodeOf(outcome.End);
    }

    private static int CodeOf(AttemptEnd end) => end switch
    {
        AttemptEnd.Returned => TrialExitCode.Returned,
        AttemptEnd.OutOfMemory => TrialExitCode.OutOfMemory,
        AttemptEnd.InvalidMeasurement => TrialExitCode.InvalidMeasurement,
        _ => TrialExitCode.Error,
    };
}
