namespace ActorTune.Hosting;

/// <summary>
/// Sends functions to the runner in this process and everything else to child processes.
/// </summary>
internal sealed class ProgramRunner(
    ITrialProgramRunner inProcess, ITrialProgramRunner process) : ITrialProgramRunner
{
    /// <inheritdoc/>
    public IRunningProgram Start(TrialLaunch launch, ITrialProgramEvents events)
    {
        bool isInProcess = launch.Program.Function.Length > 0 && !launch.Program.Isolated;
        return isInProcess
            ? inProcess.Start(launch, events)
            : process.Start(launch, events);
    }
}
