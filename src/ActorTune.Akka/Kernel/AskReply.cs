namespace ActorTune.Akka;

/// <summary>The address that an ask puts into its message: takes one reply.</summary>
internal sealed class AskReply<TReply>(AkkaActorHost host)
    : IAskReply, IActorRef<TReply>, IDisposable
{
    private readonly TaskCompletionSource<TReply> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ITimer? _deadline;
    private CancellationTokenRegistration _cancellation;

    public ActorPath Path { get; } = ActorPath.Root.Child("ask");

    public Task<TReply> Task => _completion.Task;

    public Task WhenOver => _completion.Task;

    public void Tell(TReply message)
    {
        if (_completion.TrySetResult(message))
            Dispose();
        else
            host.DeadLetters.Add(Path, message!, DeadLetterReason.LateReply);
    }

    public void Start(
        Type messageType, ActorPath target, TimeSpan deadline, CancellationToken cancellation)
    {
        _deadline = host.Time.CreateTimer(
            _ => _completion.TrySetException(
                new AskTimeoutException(target, messageType, deadline)),
            null,
            deadline,
            Timeout.InfiniteTimeSpan);
        _cancellation = cancellation.UnsafeRegister(
            (_, token) => _completion.TrySetCanceled(token), null);
        if (Task.IsCompleted)
            Dispose();
    }

    public void Dispose()
    {
        _deadline?.Dispose();
        _cancellation.Unregister();
    }
}

/// <summary>The address of an ask, whatever its reply.</summary>
internal interface IAskReply
{
    /// <summary>Ends, in whatever way, when no reply is waited for any more.</summary>
    Task WhenOver { get; }
}
