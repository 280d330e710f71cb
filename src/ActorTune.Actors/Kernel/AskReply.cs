namespace ActorTune.Actors;

/// <summary>The address that an ask puts into its message: takes one reply.</summary>
internal sealed class AskReply<TReply> : IActorRef<TReply>, IDisposable
{
    private readonly TaskCompletionSource<TReply> _completion;
    private readonly ActorHost _host;
    private ITimer? _deadline;
    private CancellationTokenRegistration _cancellation;

    public AskReply(ActorHost host)
    {
        _host = host;
        _completion = new TaskCompletionSource<TReply>(host.CompletionOptions);
        Number = host.NextEndpointNumber();
        Path = ActorPath.Ask(Number);
    }

    public ActorPath Path { get; }

    public int Number { get; }

    public Task<TReply> Task => _completion.Task;

    public void Tell(TReply message) => _host.PostReply(this, message);

    public void Start(Type messageType, ActorPath target, TimeSpan deadline, CancellationToken ct)
    {
        _deadline = _host.Time.CreateTimer(
            _ => Fail(new AskTimeoutException(target, messageType, deadline)),
            null,
            deadline,
            Timeout.InfiniteTimeSpan);
        _cancellation = ct.UnsafeRegister(
            static (ask, token) => ((AskReply<TReply>)ask!).Cancel(token), this);
        if (Task.IsCompleted)
        {
            Dispose();
        }
    }

    public void Complete(TReply reply)
    {
        if (_completion.TrySetResult(reply))
        {
            Dispose();
        }
        else
        {
            _host.DeadLetters.Add(Path, reply, DeadLetterReason.LateReply);
        }
    }

    public void Dispose()
    {
        _deadline?.Dispose();
        _cancellation.Unregister();
    }

    private void Fail(Exception error)
    {
        if (_completion.TrySetException(error))
        {
            Dispose();
        }
    }

    private void Cancel(CancellationToken cancellation)
    {
        if (_completion.TrySetCanceled(cancellation))
        {
            Dispose();
        }
    }
}
