using System.Globalization;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strategies;

/// <content>How steps are carried out and noted.</content>
public sealed partial class SchedulerHarness
{
    private static TrialChangeKind Kind(SchedulerAction action) => action switch
    {
        SchedulerAction.Continue => TrialChangeKind.Continued,
        SchedulerAction.Pause => TrialChangeKind.Paused,
        SchedulerAction.Stop => TrialChangeKind.Stopped,
        _ => TrialChangeKind.Completed,
    };

    private HarnessTrial Row(int trial) => trial >= 0 && trial < _trials.Count
        ? _trials[trial]
        : throw new ArgumentOutOfRangeException(
            nameof(trial), trial, $"Only {_trials.Count} trials were started.");

    private SchedulerStep Begin(NextAction.StartNew start)
    {
        int trial = _trials.Count;
        _trials.Add(new HarnessTrial { Bracket = start.Bracket, Until = start.Until });
        Scheduler.Observe(new TrialChange(
            TrialChangeKind.Started,
            new TrialNumber(trial),
            start.Bracket,
            start.Until ?? Resource.Zero,
            0,
            false,
            start.Configuration ?? Configuration.Empty)
        {
            Parent = start.Donor,
        });
        string donor = start.Donor is { } from ? $" from {from}" : string.Empty;
        return Note($"start {trial}@{start.Until?.ToString() ?? "end"}{donor}", trial, start);
    }

    private SchedulerStep Promote(NextAction.Promote promote)
    {
        int trial = promote.Trial.Value;
        Row(trial).Until = promote.Until;
        Tell(trial, TrialChangeKind.Promoted);
        return Note($"promote {trial}@{promote.Until}", trial, promote, promote.Reason);
    }

    private SchedulerStep End(int trial, TrialChangeKind kind, string word)
    {
        Tell(trial, kind);
        return Note($"{word} {trial}", trial);
    }

    private SchedulerStep Note(
        string answer, int? trial, NextAction? next = null, DecisionReason? reason = null)
    {
        Scheduler = Reloads.Again(Scheduler, _create);
        string what = string.Create(CultureInfo.InvariantCulture, $"Step {_story.Count + 1}");
        _story.Add(answer);
        return new SchedulerStep(this, what, answer)
        {
            Trial = trial,
            Next = next,
            Reason = reason,
        };
    }
}
