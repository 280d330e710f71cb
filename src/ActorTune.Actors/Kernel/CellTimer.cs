namespace ActorTune.Actors;

/// <summary>One timer of an actor. The object itself is the proof that its message is current.
/// </summary>
internal sealed class CellTimer<TMessage> : EnvelopeGuard, IDisposable
{
    private readonly ActorCell<TMessage> _cell;
    private readonly TMessage _message;
    private readonly ITimer _timer;
    private int _isWaiting;

    public CellTimer(
        ActorCell<TMessage> cell, string key, TimeSpan delay, bool isPeriodic, TMessage message)
    {
        _cell = cell;
        _message = message;
        Key = key;
        IsPeriodic = isPeriodic;
        _timer = cell.Host.Time.CreateTimer(
            static timer => ((CellTimer<TMessage>)timer!).OnElapsed(),
            this,
            delay,
            isPeriodic ? delay : Timeout.InfiniteTimeSpan);
    }

    public string Key { get; }

    public bool IsPeriodic { get; }

    public override bool TryAccept()
    {
        Volatile.Write(ref _isWaiting, 0);
        return _cell.TryAcceptTimer(this);
    }

    public void Dispose() => _timer.Dispose();

    private void OnElapsed()
    {
        // A slow actor must not find a heap of ticks: at most one waits.
        if (Interlocked.Exchange(ref _isWaiting, 1) == 0)
        {
            _cell.PostOwn(_message, this);
        }
    }
}
