namespace ActorTune.Simulation;

/// <summary>What verifying a journal found.</summary>
/// <param name="Events">How many events it has.</param>
/// <param name="Decisions">How many of them are decisions.</param>
/// <param name="Recomputed">How many decisions were recomputed and are equal.</param>
/// <param name="ForeignVersions">
/// Rules that wrote a part and that this build does not have; that part was not recomputed.
/// </param>
/// <param name="Problems">Where recorded and recomputed decisions part.</param>
public sealed record VerificationReport(
    long Events,
    long Decisions,
    long Recomputed,
    IReadOnlyList<string> ForeignVersions,
    IReadOnlyList<VerificationProblem> Problems)
{
    /// <summary>Whether nothing is wrong in what could be recomputed.</summary>
    public bool IsClean => Problems.Count == 0;
}
