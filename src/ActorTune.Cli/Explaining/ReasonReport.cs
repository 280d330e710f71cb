using ActorTune.Simulation;

namespace ActorTune.Cli.Explaining;

/// <summary>What checking the reasons of a journal found.</summary>
/// <param name="Checked">How many reasons of the trial scheduler there are.</param>
/// <param name="Problems">Where the facts give something else.</param>
internal sealed record ReasonReport(long Checked, IReadOnlyList<VerificationProblem> Problems);
