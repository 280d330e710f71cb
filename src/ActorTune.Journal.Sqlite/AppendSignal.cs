namespace ActorTune.Journal.Sqlite;

/// <summary>Wakes the followers of this process after each append.</summary>
internal sealed class AppendSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next append.</summary>
    internal Task Next => Volatile.Read(ref _next).Task;

    internal void Fire() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
