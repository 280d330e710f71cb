using ActorTune.Journal;

namespace ActorTune.TestKit.Journal;

/// <summary>A store of its own for one case of the suite.</summary>
public sealed class StudyJournalSubject : IAsyncDisposable
{
    /// <summary>
    /// Opens the store: empty at first; a journal that reopens shows the same store each time.
    /// </summary>
    public required Func<IStudyJournal> Open { get; init; }

    /// <summary>Removes the store.</summary>
    /// <value>Default: nothing is to be removed.</value>
    public Action CleanUp { get; init; } = () => { };

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        CleanUp();
        return ValueTask.CompletedTask;
    }
}
