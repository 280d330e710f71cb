namespace ActorTune.TestKit.Programs;

/// <summary>
/// Lets two attempts train in turns, from one report to the next, so that what one instance of a
/// program mixes up is mixed up alike each time.
/// </summary>
internal sealed class AttemptTurn
{
    private readonly SemaphoreSlim _mine;
    private AttemptTurn? _other;
    private bool _hasLeft;

    private AttemptTurn(bool isFirst) => _mine = new SemaphoreSlim(isFirst ? 1 : 0);

    /// <summary>Two who take turns.</summary>
    internal static (AttemptTurn First, AttemptTurn Second) Pair()
    {
        var first = new AttemptTurn(true);
        var second = new AttemptTurn(false) { _other = first };
        first._other = second;
        return (first, second);
    }

    /// <summary>Waits for the first turn.</summary>
    internal Task BeginAsync(CancellationToken stop) => _mine.WaitAsync(stop);

    /// <summary>Gives the turn away and waits for the next one.</summary>
    internal Task PassAsync(CancellationToken stop)
    {
        if (_other!._hasLeft)
            return Task.CompletedTask;
        _other._mine.Release();
        return _mine.WaitAsync(stop);
    }

    /// <summary>Leaves all further turns to the other one.</summary>
    internal void Leave()
    {
        _hasLeft = true;
        _other!._mine.Release();
    }
}
