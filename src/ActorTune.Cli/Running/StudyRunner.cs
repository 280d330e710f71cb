using ActorTune.Cli.Reading;
using ActorTune.Cli.Screens;
using ActorTune.Worker.Programs.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorTune.Cli.Running;

/// <summary>Runs one study in this process until it ends or is interrupted, and shows it.</summary>
internal sealed class StudyRunner(
    CliConsole console, StudyFile file, IStudyJournal journal, IProgressScreen screen)
{
    private readonly StudyProgress _progress = new();
    private int _interruptCount;

    /// <summary>Runs the study.</summary>
    /// <param name="start">Creates or resumes it.</param>
    /// <param name="known">The last event of earlier runs.</param>
    /// <param name="resolver">Finds trial functions.</param>
    /// <returns>How it came to rest.</returns>
    internal async Task<StudyOutcome> RunAsync(
        Func<ITuner, Task<IStudyRun>> start,
        SequenceNumber known,
        Func<string, ITrialProgram> resolver)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddProvider(new ScreenLogger(screen)));
        services.AddActorTune(options =>
        {
            options.UseJournal(() => journal).UseSlots(file.Node.Slots);
            options.Folder = file.Node.Folder;
            options.FunctionResolver = resolver;
            options.UseProcesses(new ProcessRunnerOptions
            {
                Launcher = [.. TrialLauncher.OfThisProcess(), "--folder", file.Folder],
            });
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        IStudyRun run = await start(provider.GetRequiredService<ITuner>());
        using IDisposable interrupts = console.OnInterrupt(() => Interrupt(run));
        using var watching = new CancellationTokenSource();
        Task watch = WatchAsync(known, watching.Token);
        try
        {
            return await run.Completion;
        }
        finally
        {
            await watching.CancelAsync();
            await watch;
            await CatchUpAsync(known);
        }
    }

    private void Interrupt(IStudyRun run)
    {
        int count = Interlocked.Increment(ref _interruptCount);
        if (count > 2)
            return;
        screen.Say(count == 1
            ? "Pausing: running trials save what they can and end. Interrupt again to stop at once."
            : "Stopping at once.");
        _ = run.InterruptAsync(atOnce: count == 2);
    }

    private async Task WatchAsync(SequenceNumber known, CancellationToken cancellation)
    {
        try
        {
            await foreach (JournalEntry entry in
                journal.FollowAsync(file.Study, SequenceNumber.None, cancellation))
                Take(entry, known);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The study came to rest; what is left is read without waiting for more.
            return;
        }
        catch (JournalException failure)
        {
            screen.Say($"The journal cannot be followed: {failure.Message}");
        }
    }

    /// <summary>Takes in what was appended after the last event that was followed.</summary>
    private async Task CatchUpAsync(SequenceNumber known)
    {
        try
        {
            await foreach (JournalEntry entry in journal.ReadAsync(
                file.Study, _progress.State.Head, CancellationToken.None))
                Take(entry, known);
        }
        catch (JournalException)
        {
            // The run itself fails with it too, which is what the user is told.
            return;
        }
    }

    private void Take(JournalEntry entry, SequenceNumber known)
    {
        lock (_progress)
        {
            _progress.Take(entry);
            screen.Show(entry, _progress, entry.Sequence > known);
        }
    }
}
