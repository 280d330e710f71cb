namespace ActorTune.Cli.Screens;

/// <summary>Shows a running study.</summary>
internal interface IProgressScreen : IAsyncDisposable
{
    /// <summary>An event was taken in; <paramref name="progress"/> holds it.</summary>
    /// <param name="entry">The event.</param>
    /// <param name="progress">The study right after it.</param>
    /// <param name="isNew">Whether it happened in this run and not in an earlier one.</param>
    void Show(JournalEntry entry, StudyProgress progress, bool isNew);

    /// <summary>Says something to the user.</summary>
    void Say(string message);
}
