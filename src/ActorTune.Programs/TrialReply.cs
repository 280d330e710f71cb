namespace ActorTune.Programs;

/// <summary>What the engine answers to a report.</summary>
/// <param name="Instruction">What the attempt does now.</param>
/// <param name="Until">
/// The resource of its next decision if it continues; null: no decision before its own end.
/// </param>
/// <param name="WantsCheckpoint">Whether the program is asked for a checkpoint before then.</param>
public readonly record struct TrialReply(
    AttemptInstruction Instruction, Resource? Until, bool WantsCheckpoint = false);
