using ActorTune.Strategies;
using ActorTune.Studies.Effects;

namespace ActorTune.AskTell;

/// <summary>What a trial does after a report.</summary>
/// <param name="Decision">Go on, pause, stop or complete.</param>
/// <param name="Until">
/// The resource of the next decision when it goes on; null: the program's own end.
/// </param>
/// <param name="Reason">Why; null where nothing was decided.</param>
public sealed record ReportAnswer(
    AttemptInstruction Decision, Resource? Until, DecisionReason? Reason);
