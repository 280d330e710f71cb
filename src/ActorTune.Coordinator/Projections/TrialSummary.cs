using ActorTune.Spaces;

namespace ActorTune.Coordinator.Projections;

/// <summary>How a trial stands.</summary>
/// <param name="Trial">Its number.</param>
/// <param name="Status">Its status.</param>
/// <param name="Configuration">Its configuration.</param>
/// <param name="Bracket">Its bracket.</param>
/// <param name="Attempt">Its latest attempt's number.</param>
/// <param name="Worker">The worker of that attempt.</param>
/// <param name="Resource">The resource of its latest measurement.</param>
/// <param name="Until">The resource of its next decision, or null.</param>
/// <param name="Value">Its reduced value, or null.</param>
/// <param name="Message">What was said about the end of its last attempt; may be empty.</param>
public sealed record TrialSummary(
    TrialNumber Trial,
    TrialStatus Status,
    Configuration Configuration,
    BracketIndex Bracket,
    int Attempt,
    WorkerId Worker,
    Resource Resource,
    Resource? Until,
    double? Value,
    string Message)
{
    /// <summary>Describes a trial.</summary>
    public static TrialSummary Of(TrialState trial) => new(
        trial.Number,
        trial.Status,
        trial.Configuration,
        trial.Bracket,
        trial.Attempt.Number,
        trial.Worker,
        trial.Resource,
        trial.Until,
        trial.Value,
        trial.LastMessage);
}
