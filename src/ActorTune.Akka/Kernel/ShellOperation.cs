using Akka.Actor;
using Akka.Dispatch;

namespace ActorTune.Akka;

/// <summary>An operation that runs outside its actor.</summary>
internal static class ShellOperation
{
    /// <summary>
    /// Starts the operation where the actor's settings say that its work is done, which is the
    /// thread pool by default; its result arrives as a message.
    /// </summary>
    public static void Start<T, TMessage>(
        MessageDispatcher dispatcher,
        AkkaRef shell,
        Func<bool> isCurrent,
        Func<CancellationToken, ValueTask<T>> operation,
        Func<PipeResult<T>, TMessage> map,
        CancellationToken cancellation)
    {
        async Task RunAsync()
        {
            PipeResult<T> result =
                await CompleteAsync(operation, cancellation).ConfigureAwait(false);
            if (!cancellation.IsCancellationRequested)
                shell.Tell(Message(shell, isCurrent, map, result), ActorRefs.NoSender);
        }

        dispatcher.Schedule(() => _ = RunAsync());
    }

    private static async ValueTask<PipeResult<T>> CompleteAsync<T>(
        Func<CancellationToken, ValueTask<T>> operation, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return PipeResult<T>.Success(await operation(cancellation).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            return PipeResult<T>.Failure(e);
        }
    }

    private static OwnMessage<TMessage> Message<T, TMessage>(
        AkkaRef shell,
        Func<bool> isCurrent,
        Func<PipeResult<T>, TMessage> map,
        PipeResult<T> result)
    {
        try
        {
            return new OwnMessage<TMessage>(map(result), isCurrent);
        }
        catch (Exception e)
        {
            // Thrown on the actor's turn, so that it is the actor that fails.
            return new OwnMessage<TMessage>(default!, () => isCurrent()
                ? throw new InvalidOperationException(
                    $"Actor {ShellName.Read(shell.Path)} cannot receive the result of an operation "
                    + $"because making the message of it failed: {e.Message}",
                    e)
                : false);
        }
    }
}
