using ActorTune.Studies.Commands;

namespace ActorTune.Simulation;

/// <summary>A command that a person gives to a simulated study.</summary>
/// <param name="After">It is given as soon as the journal has this event.</param>
/// <param name="Command">The command.</param>
public sealed record SaidCommand(SequenceNumber After, StudyCommand Command);
