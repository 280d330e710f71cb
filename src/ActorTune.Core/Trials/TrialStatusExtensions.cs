namespace ActorTune.Trials;

/// <summary>What a status says about a trial's future.</summary>
public static class TrialStatusExtensions
{
    /// <summary>Whether no further attempt of the trial can follow.</summary>
    public static bool IsFinal(this TrialStatus status) => status switch
    {
        TrialStatus.Waiting or TrialStatus.Running or TrialStatus.Paused => false,
        TrialStatus.Completed or TrialStatus.Stopped => true,
        TrialStatus.Failed or TrialStatus.Cancelled => true,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
