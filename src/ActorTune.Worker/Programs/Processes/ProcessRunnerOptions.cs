namespace ActorTune.Worker.Programs.Processes;

/// <summary>How trial programs are run in processes of their own.</summary>
public sealed record ProcessRunnerOptions
{
    /// <summary>
    /// The command that runs a trial function in a process; the function's name is appended, and
    /// the process is to call <c>TrialProcess.RunAsync</c>.
    /// </summary>
    /// <value>Default: empty, functions cannot be isolated.</value>
    public IReadOnlyList<string> Launcher { get; init; } = [];

    /// <summary>
    /// The folder in which running processes are recorded, so that the next engine ends what this
    /// one left behind; see <see cref="ProcessSweep"/>.
    /// </summary>
    /// <value>Default: null, <c>.processes</c> under the folder of the attempts.</value>
    public string? RecordsFolder { get; init; }

    /// <summary>
    /// How much of a program's output is kept in <c>output.log</c> in the attempt's folder, in
    /// bytes: half from its beginning, half from its end.
    /// </summary>
    /// <value>Default: 1 MiB.</value>
    public int OutputLimitBytes { get; init; } = 1 << 20;
}
