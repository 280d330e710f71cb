namespace ActorTune.Worker.Programs;

/// <summary>
/// Starts trial programs. This is the border behind which user code of type Task, processes and
/// sockets live; on the actors' side everything is a message.
/// </summary>
public interface ITrialProgramRunner
{
    /// <summary>
    /// Starts a program and returns at once. What happens is told to <paramref name="events"/>,
    /// from any thread, ending with exactly one <see cref="ITrialProgramEvents.Ended"/>; that goes
    /// for a program that could not be started too.
    /// </summary>
    /// <param name="launch">What to start.</param>
    /// <param name="events">Whom to tell.</param>
    IRunningProgram Start(TrialLaunch launch, ITrialProgramEvents events);
}
