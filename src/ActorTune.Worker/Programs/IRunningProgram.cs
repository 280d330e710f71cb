namespace ActorTune.Worker.Programs;

/// <summary>A program that was started. No member blocks or throws.</summary>
public interface IRunningProgram
{
    /// <summary>
    /// Acknowledges reports up to one and passes an instruction on. A program that waits at its
    /// barrier goes on or ends; any other learns of it at its next report.
    /// </summary>
    /// <param name="report">The last report taken in.</param>
    /// <param name="instruction">What the program does now.</param>
    /// <param name="until">The resource of its next decision, or null.</param>
    void Instruct(long report, AttemptInstruction instruction, Resource? until);

    /// <summary>
    /// Asks the program to save a checkpoint at its next report and end, because the engine shuts
    /// down.
    /// </summary>
    void Interrupt();

    /// <summary>Asks the program to end soon: it has been told so, or its end is due.</summary>
    void Stop();

    /// <summary>Ends the program and everything that it started, at once.</summary>
    void Kill();
}
