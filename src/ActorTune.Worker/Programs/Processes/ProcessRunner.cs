namespace ActorTune.Worker.Programs.Processes;

/// <summary>
/// Runs each attempt in a process of its own: a command, or a trial function through a launcher.
/// The process leads a session; what it starts ends with it. Linux only.
/// </summary>
/// <remarks>
/// <para>
/// In the arguments of a command <c>{name}</c> stands for the value of a parameter, and
/// <c>{trial}</c>, <c>{attempt}</c>, <c>{seed}</c> and <c>{folder}</c> for the attempt's own. With
/// <c>{name?}</c> the whole argument is left out where the parameter is not active;
/// <c>{param:name}</c> is always a parameter. A brace is written twice to stand for itself.
/// </para>
/// <para>
/// A program that does not speak the channel's protocol reports with lines on its standard output:
/// <c>@actortune {"resource": 3, "loss": 0.2}</c>. Nothing goes the other way: at a barrier it runs
/// on while the decision is taken, at most 64 reports ahead of the engine, and SIGTERM tells it to
/// end.
/// </para>
/// </remarks>
public sealed class ProcessRunner : ITrialProgramRunner
{
    private readonly ProcessRunnerOptions _options;
    private readonly ProcessRecords _records;

    /// <summary>Creates a runner.</summary>
    /// <param name="options">The options; the folder of records must be set.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range.</exception>
    public ProcessRunner(ProcessRunnerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrWhiteSpace(options.RecordsFolder))
            throw new ArgumentException(
                "A process runner needs RecordsFolder, the folder in which it records processes.");
        if (options.OutputLimitBytes < 1024)
            throw new ArgumentException(
                $"OutputLimitBytes must be at least 1024, got {options.OutputLimitBytes}.");
        _options = options;
        _records = new ProcessRecords(Path.GetFullPath(options.RecordsFolder));
    }

    /// <inheritdoc/>
    public IRunningProgram Start(TrialLaunch launch, ITrialProgramEvents events)
    {
        var program = new ProcessProgram(launch, events, _options, _records);

        // Starting a process takes milliseconds, which the caller's other messages would wait for.
        _ = Task.Run(program.RunAsync);
        return program;
    }
}
