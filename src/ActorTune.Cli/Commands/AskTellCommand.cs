using System.CommandLine;
using ActorTune.Cli.AskTell;

namespace ActorTune.Cli.Commands;

/// <summary><c>ask-tell</c>: drives studies by JSON lines on the standard streams.</summary>
internal static class AskTellCommand
{
    internal static Command Create(CliConsole console)
    {
        var command = new Command(
            "ask-tell",
            "Drive any sampler and scheduler by JSON lines on standard input and output. "
            + "Each request is answered by one line; see docs/ask-tell.md.");
        command.Does(console, async (_, cancellation) =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            using IDisposable interrupts = console.OnInterrupt(stop.Cancel);
            var session = new AskTellSession(TimeProvider.System);
            while (await ReadAsync(console.In, stop.Token) is { } line)
            {
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                await console.Out.WriteAsync(session.Answer(line) + "\n");
                await console.Out.FlushAsync(stop.Token);
            }

            return stop.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The next line, or null at the end of the input and after an interrupt.</summary>
    private static async Task<string?> ReadAsync(TextReader input, CancellationToken stop)
    {
        try
        {
            // A read of a console blocks whatever its token says.
            return await Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
