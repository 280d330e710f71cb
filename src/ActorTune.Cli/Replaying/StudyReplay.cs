using System.Runtime.CompilerServices;
using ActorTune.Cli.Commands;
using ActorTune.Cli.Screens;

namespace ActorTune.Cli.Replaying;

/// <summary>Folds a study up to a moment of its past, at once or at a pace to look on.</summary>
internal sealed class StudyReplay(OpenStudy study, StudyMoment moment)
{
    /// <summary>Waits shorter than this are gathered: a timer is not finer.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    /// <summary>The study as it stood.</summary>
    /// <exception cref="CliException">The moment lies before the study's first event.</exception>
    internal async Task<StudyProgress> FoldAsync(CancellationToken cancellation)
    {
        var progress = new StudyProgress();
        await foreach (JournalEntry entry in ReadAsync(cancellation))
            progress.Take(entry);
        return progress.State.Phase != StudyPhase.Empty
            ? progress
            : throw new CliException(
                ExitCode.NotFound, $"study '{study.Study}' did not exist at that time");
    }

    /// <summary>Shows event after event on a screen.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="pace">How long to wait before each; null: not at all.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<StudyProgress> PlayAsync(
        IProgressScreen screen, PlayPace? pace, CancellationToken cancellation)
    {
        var progress = new StudyProgress();
        TimeSpan due = TimeSpan.Zero;
        await foreach (JournalEntry entry in ReadAsync(cancellation))
        {
            due += pace?.Before(entry) ?? TimeSpan.Zero;
            if (due >= Shortest)
            {
                await Task.Delay(due, cancellation);
                due = TimeSpan.Zero;
            }

            // A screen draws on another thread.
            lock (progress)
                progress.Take(entry);
            screen.Show(entry, progress, isNew: true);
        }

        return progress;
    }

    private async IAsyncEnumerable<JournalEntry> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        moment.Check(study.Listing);
        DateTimeOffset? start = null;
        await foreach (JournalEntry entry in study.ReadAsync(study.Listing.Head, cancellation))
        {
            start ??= entry.At;
            if (moment.IsPassedBy(entry, start.Value))
                yield break;
            yield return entry;
        }
    }
}
