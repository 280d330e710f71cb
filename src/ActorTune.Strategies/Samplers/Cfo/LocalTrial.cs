namespace ActorTune.Strategies.Samplers.Cfo;

/// <summary>A trial that the search has not judged yet.</summary>
/// <param name="Number">The trial's number.</param>
/// <param name="Round">The start of the search that it belongs to.</param>
/// <param name="Centre">Which incumbent it was started around.</param>
/// <param name="IsOpposite">Whether it tries the other side of an earlier direction.</param>
/// <param name="Configuration">Its configuration.</param>
internal sealed record LocalTrial(
    int Number, int Round, int Centre, bool IsOpposite, Configuration Configuration)
{
    /// <summary>Whether anything was measured.</summary>
    internal bool IsMeasured { get; set; }
}
