using ActorTune.Cli.Output;

namespace ActorTune.Cli.Screens;

/// <summary>
/// Progress as plain lines: a new best trial at most once a second, its further progress and a
/// summary every five seconds, and what cannot wait. Time is that of the events, so that the same
/// journal gives the same lines.
/// </summary>
internal sealed class PlainScreen(TextWriter output, TimeLeft left) : IProgressScreen
{
    private const int MostFailuresTold = 5;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SummaryPace = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private (TrialNumber Trial, double Value, Resource Resource)? _told;
    private TimeSpan? _lastBest;
    private TimeSpan? _lastSummary;

    public void Show(JournalEntry entry, StudyProgress progress, bool isNew)
    {
        if (!isNew)
            return;
        TimeSpan now = progress.State.ActiveTime;
        _lastSummary ??= now;
        switch (entry.Event)
        {
            case TrialFailed failed when progress.FailedCount <= MostFailuresTold:
                string message = progress.State.Trial(failed.Trial).LastMessage;
                Tell(now, $"trial {failed.Trial} failed ({Numbers.Word(failed.End)})"
                    + (message.Length > 0 ? $": {FirstLine(message)}" : "")
                    + (progress.FailedCount == MostFailuresTold
                        ? "; further failures are only counted" : ""));
                break;
            case StudyEnding ending:
                Tell(now, "ending: "
                    + ProgressText.Reason(
                        ending.Reason, progress.State.Specification, ending.Grounds));
                break;
            case SchedulerSwitched switched:
                Tell(now, $"{switched.Scheduler} has taken over");
                break;
            case StopConditionsChanged:
                Tell(now, "the stop conditions were changed");
                break;
        }

        TellBest(progress, now);
        if (now - _lastSummary >= SummaryPace)
            TellSummary(progress, now);
    }

    public void Say(string message)
    {
        lock (_lock)
            output.Write(message + "\n");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void TellBest(StudyProgress progress, TimeSpan now)
    {
        if (progress.Best is not { Value: { } value } best)
            return;
        var present = (best.Number, value, best.Resource);
        TimeSpan pace = _told?.Trial == best.Number ? SummaryPace : Pace;
        if (_told == present || now - _lastBest < pace)
            return;
        _told = present;
        _lastBest = now;
        Tell(now, "best: " + ProgressText.Best(progress));
    }

    private void TellSummary(StudyProgress progress, TimeSpan now)
    {
        _lastSummary = now;
        string rungs = ProgressText.Rungs(progress.State);
        string rate = ProgressText.Rate(progress);
        TimeSpan? time = left.Estimate(progress);
        Tell(now, ProgressText.Counts(progress.State)
            + (rungs.Length > 0 ? $"; rungs {rungs}" : "")
            + $"; {ProgressText.Spent(progress.State)}"
            + (rate.Length > 0 ? $", {rate}" : "")
            + (time is { } rest ? $", about {Numbers.Time(rest)} left" : ""));
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();

    private void Tell(TimeSpan now, string text)
    {
        lock (_lock)
        {
            output.Write($"[{Numbers.Time(now)}] {text}\n");
            output.Flush();
        }
    }
}
