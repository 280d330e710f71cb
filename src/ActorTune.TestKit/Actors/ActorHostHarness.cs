using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <summary>
/// A host under test and the way to drive it. <see cref="ActorHostSpec"/> makes one per case.
/// </summary>
public abstract class ActorHostHarness : IAsyncDisposable
{
    /// <summary>The host under test, on a clock that only this harness moves.</summary>
    public abstract IActorHost Host { get; }

    /// <summary>Whether several threads may send to the host at the same time.</summary>
    public abstract bool AcceptsManyThreads { get; }

    /// <summary>Moves the clock of the host and fires what becomes due.</summary>
    /// <param name="by">How far.</param>
    public abstract void Advance(TimeSpan by);

    /// <summary>Completes something that an operation awaits, from outside the actor.</summary>
    /// <param name="action">The completion.</param>
    public virtual void Complete(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        action();
    }

    /// <summary>Waits for something that the host does without its clock moving.</summary>
    /// <param name="task">What is waited for.</param>
    /// <param name="waitingFor">Names it for the report.</param>
    /// <returns>The completion.</returns>
    /// <exception cref="SpecException">It did not happen.</exception>
    public abstract Task WaitAsync(Task task, Func<string> waitingFor);

    /// <summary>What the host can tell of a failing case, such as a trace.</summary>
    /// <returns>Text for the report; may be empty.</returns>
    public virtual string Describe() => "";

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    internal async Task<T> ResultAsync<T>(Task<T> task, string waitingFor)
    {
        await WaitAsync(task, () => waitingFor).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }
}
