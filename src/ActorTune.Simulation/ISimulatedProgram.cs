namespace ActorTune.Simulation;

/// <summary>
/// A trial program reduced to what the engine sees of it: values, durations, ends.
/// </summary>
public interface ISimulatedProgram
{
    /// <summary>
    /// What happens after a trial has spent <paramref name="spent"/>: the next report, or an end.
    /// It must be a function of its arguments alone.
    /// </summary>
    /// <param name="trial">The trial as the engine started it.</param>
    /// <param name="spent">The resource spent so far, zero at the beginning.</param>
    SimulatedStep Next(in SimulatedTrial trial, Resource spent);
}
