namespace ActorTune.Programs;

/// <summary>A trial program as one function: see <see cref="ITrialProgram.RunAsync"/>.</summary>
/// <param name="trial">The attempt: configuration, seed, reports and checkpoints.</param>
/// <param name="stop">Cancelled when the attempt must end before its next report.</param>
/// <returns>A task that ends with the attempt.</returns>
public delegate Task TrialFunction(TrialContext trial, CancellationToken stop);
