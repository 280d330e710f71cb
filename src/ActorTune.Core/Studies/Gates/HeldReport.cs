using ActorTune.Studies.Commands;

namespace ActorTune.Studies.Gates;

/// <summary>A report that waits for its turn.</summary>
/// <param name="Report">The report.</param>
/// <param name="Checkpoint">
/// The resource of the checkpoint that was saved before it, or null.
/// </param>
internal readonly record struct HeldReport(ReportMeasurement Report, Resource? Checkpoint);
