using Akka.Actor;

namespace ActorTune.Akka;

/// <summary>One timer of an actor. The object itself is the proof that its message is current.
/// </summary>
internal sealed class ShellTimer<TMessage>(
    AkkaRef shell, TMessage message, bool isPeriodic, Func<ShellTimer<TMessage>, bool> accept)
    : IDisposable
{
    private ITimer? _timer;
    private int _isWaiting;

    public bool IsPeriodic => isPeriodic;

    public void Start(TimeProvider time, TimeSpan delay) => _timer = time.CreateTimer(
        static timer => ((ShellTimer<TMessage>)timer!).OnElapsed(),
        this,
        delay,
        isPeriodic ? delay : Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer?.Dispose();

    private void OnElapsed()
    {
        // A slow actor must not find a heap of ticks: at most one waits.
        if (Interlocked.Exchange(ref _isWaiting, 1) == 0)
            shell.Tell(new OwnMessage<TMessage>(message, IsCurrent), ActorRefs.NoSender);
    }

    private bool IsCurrent()
    {
        Volatile.Write(ref _isWaiting, 0);
        return accept(this);
    }
}
