namespace ActorTune.Actors;

/// <summary>The failure of an actor that a simulation crashed on purpose.</summary>
public sealed class SimulatedCrashException : Exception
{
    /// <summary>Names the actor.</summary>
    /// <param name="actor">The crashed actor.</param>
    public SimulatedCrashException(ActorPath actor)
        : base($"The simulation crashed actor {actor} on purpose.")
    {
    }
}
