using ActorTune.Cli.Output;
using ActorTune.Simulation;

namespace ActorTune.Cli.Explaining;

/// <summary>
/// Checks the statistics of every reason against the facts before it, and the decision against the
/// statistics, without the trial scheduler's own bookkeeping.
/// </summary>
internal sealed class ReasonVerification
{
    /// <summary>Rules that rank the trials of a rung by their values alone.</summary>
    private static readonly string[] RankedByValue =
        ["asha-promotion", "hyperband-asynchronous", "successive-halving"];

    /// <summary>Rules that stop a trial whose value is worse than a cut-off.</summary>
    private static readonly string[] ComparedWithCutoff =
        ["asha-stopping", "median", "percentile"];

    private readonly List<VerificationProblem> _problems = [];
    private StudyState? _state;
    private RungLedger? _ledger;
    private StudyEvent? _last;
    private long _checked;

    /// <summary>What was found so far.</summary>
    internal ReasonReport Report => new(_checked, _problems);

    private RungLedger Ledger => _ledger!;

    /// <summary>Checks the reason of the next event.</summary>
    /// <param name="state">The study before it: the same object each time.</param>
    /// <param name="entry">The event.</param>
    internal void Take(StudyState state, JournalEntry entry)
    {
        _state = state;
        _ledger ??= new RungLedger(state);
        if (_last is not null)
            _ledger.Take(_last);
        _last = entry.Event;
        if (TrialDecisions.ReasonOf(entry.Event) is not { } reason
            || reason.Rule != state.Scheduler.Version)
            return;
        _checked++;
        string? problem = Check(
            entry.Event, reason, state.Trial(TrialDecisions.Subject(entry.Event)!.Value));
        if (problem is not null)
            _problems.Add(new VerificationProblem(entry.Sequence, problem));
    }

    private string? Check(StudyEvent decision, DecisionReason reason, TrialState trial)
    {
        string name = reason.Rule.Split('/')[0];
        if (reason.Rung < 0)
            return ComparedWithCutoff.Contains(name) ? CheckCutoff(decision, reason) : null;
        if (reason.Value is { } value && !value.Equals(trial.Value)
            && !value.Equals(Ledger.ValueOf(trial, reason.Rung)))
            return $"the reason names the value {Text(value)} of trial {trial.Number}, the facts "
                + $"give {Text(trial.Value)}";
        if (Ledger.Find(trial.Bracket, reason.Rung) is not { } rung)
            return $"the reason names rung {reason.Rung}, which bracket {trial.Bracket} lacks";
        if (ComparedWithCutoff.Contains(name))
            return CheckCutoff(decision, reason);
        return RankedByValue.Contains(name)
            ? CheckCount(reason, rung) ?? CheckKept(reason, rung)
                ?? CheckRank(decision, reason, rung, trial)
            : null;
    }

    private static string? CheckCount(DecisionReason reason, RungLedger.Rung rung) =>
        reason.Count == rung.Count
            ? null
            : $"the reason counts {reason.Count} entries in rung "
                + $"{reason.Rung}, the facts give {rung.Count}";

    /// <summary>The last of those that are kept sets the cut-off.</summary>
    private static string? CheckKept(DecisionReason reason, RungLedger.Rung rung)
    {
        if (reason.CutoffTrial is not { } trial)
            return null;
        int last = Math.Min(reason.Kept, rung.Values.Count);
        RungEntry? edge = last > 0 ? rung.Values[last] : null;
        return edge?.Trial == trial && edge?.Value == reason.Cutoff
            ? null
            : $"the reason names trial {trial} with {Text(reason.Cutoff)} as the last of "
                + $"{reason.Kept} to go on, the facts give trial {edge?.Trial} with "
                + Text(edge?.Value);
    }

    private string? CheckRank(
        StudyEvent decision, DecisionReason reason, RungLedger.Rung rung, TrialState trial)
    {
        if (decision is not TrialPromoted)
            return null;
        double? value = Ledger.ValueOf(trial, reason.Rung) ?? trial.Value;
        int rank = rung.Values.RankOf(new RungEntry(trial.Number, value, false));
        return rank <= reason.Kept
            ? null
            : $"trial {trial.Number} was promoted on rank {rank}, but only {reason.Kept} go on";
    }

    private string? CheckCutoff(StudyEvent decision, DecisionReason reason)
    {
        if (reason is not { Value: { } value, Cutoff: { } cutoff } || decision is TrialCompleted)
            return null;
        bool isWorse = _state!.Objective.Compare(value, cutoff) > 0;
        return isWorse == decision is TrialStopped
            ? null
            : $"the value {Text(value)} is {(isWorse ? "worse" : "not worse")} than the cut-off "
                + $"{Text(cutoff)}, which does not give {decision.GetType().Name}";
    }

    private static string Text(double? value) =>
        value?.ToString("R", CultureInfo.InvariantCulture) ?? "none";
}
