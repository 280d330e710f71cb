namespace ActorTune.Studies;

/// <content>What a fork asks of it and changes.</content>
public sealed partial class TrialState
{
    /// <summary>
    /// Whether its configuration does not fit a search space that was narrowed since: samplers
    /// are told nothing of it.
    /// </summary>
    public bool IsOutside { get; internal set; }

    /// <summary>The measured values in the order of resource.</summary>
    internal ReadOnlySpan<double> Values => _curve.Values;

    /// <summary>The checkpoint is not there: it is as if it had never been announced.</summary>
    internal void ForgetCheckpoint(Checkpoint checkpoint) => _checkpoints.Forget(checkpoint);
}
