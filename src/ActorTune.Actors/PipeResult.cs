namespace ActorTune.Actors;

/// <summary>How an operation ended: with a value or with an error.</summary>
/// <typeparam name="T">The value of a success.</typeparam>
public readonly struct PipeResult<T>
{
    private readonly T _value;

    private PipeResult(T value, Exception? error)
    {
        _value = value;
        Error = error;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>What ended the operation; null for a success.</summary>
    public Exception? Error { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The operation failed; the inner exception is its
    /// error.</exception>
    public T Value => Error is null
        ? _value
        : throw new InvalidOperationException(
            $"The operation failed ({Error.Message}), so it has no value. Look at IsSuccess or "
            + "use Match.",
            Error);

    /// <summary>The result of an operation that returned.</summary>
    /// <param name="value">What it returned.</param>
    /// <returns>The result.</returns>
    public static PipeResult<T> Success(T value) => new(value, null);

    /// <summary>The result of an operation that threw.</summary>
    /// <param name="error">What it threw.</param>
    /// <returns>The result.</returns>
    public static PipeResult<T> Failure(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new PipeResult<T>(default!, error);
    }

    /// <summary>Makes one thing of either outcome.</summary>
    /// <typeparam name="TOut">What is made.</typeparam>
    /// <param name="success">Called with the value.</param>
    /// <param name="failure">Called with the error.</param>
    /// <returns>What the called function returned.</returns>
    public TOut Match<TOut>(Func<T, TOut> success, Func<Exception, TOut> failure)
    {
        ArgumentNullException.ThrowIfNull(success);
        ArgumentNullException.ThrowIfNull(failure);
        return Error is null ? success(_value) : failure(Error);
    }
}
