namespace ActorTune.Actors;

/// <summary>An operation that runs outside its actor.</summary>
internal abstract class PipeOperation : EnvelopeGuard, IThreadPoolWorkItem
{
    protected PipeOperation(ActorCell cell) => Cell = cell;

    public ActorCell Cell { get; }

    /// <summary>Starts the operation; its result arrives later. Called once.</summary>
    public abstract void Execute();
}

internal sealed class PipeOperation<T, TMessage> : PipeOperation
{
    private readonly ActorCell<TMessage> _cell;
    private readonly Func<CancellationToken, ValueTask<T>> _operation;
    private readonly Func<PipeResult<T>, TMessage> _map;
    private readonly CancellationToken _cancellation;
    private readonly int _incarnation;
    private Exception? _mapError;

    public PipeOperation(
        ActorCell<TMessage> cell,
        Func<CancellationToken, ValueTask<T>> operation,
        Func<PipeResult<T>, TMessage> map)
        : base(cell)
    {
        _cell = cell;
        _operation = operation;
        _map = map;
        _cancellation = cell.OperationToken();
        _incarnation = cell.IncarnationNumber;
    }

    public override void Execute() => _ = RunAsync();

    public override bool TryAccept()
    {
        if (_cell.IncarnationNumber != _incarnation)
        {
            return false;
        }

        return _mapError is null ? true : throw new InvalidOperationException(
            $"Actor {_cell.Path} cannot receive the result of an operation because making the "
            + $"message of it failed: {_mapError.Message}",
            _mapError);
    }

    private async Task RunAsync()
    {
        var result = await CompleteAsync().ConfigureAwait(false);
        _cell.Host.OnOperationCompleted(_cell);
        if (_cancellation.IsCancellationRequested)
        {
            return;
        }

        TMessage message = default!;
        try
        {
            message = _map(result);
        }
        catch (Exception e)
        {
            _mapError = e;
        }

        _cell.PostOwn(message, this);
    }

    private async ValueTask<PipeResult<T>> CompleteAsync()
    {
        try
        {
            _cancellation.ThrowIfCancellationRequested();
            return PipeResult<T>.Success(await _operation(_cancellation).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            return PipeResult<T>.Failure(e);
        }
    }
}
