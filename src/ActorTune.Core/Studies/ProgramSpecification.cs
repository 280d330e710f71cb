namespace ActorTune.Studies;

/// <summary>The trial program: a registered trial function, or a command to execute.</summary>
public sealed record ProgramSpecification
{
    /// <summary>The name of a trial function known to the worker; empty for a command.</summary>
    public string Function { get; init; } = string.Empty;

    /// <summary>
    /// The command as an argument list, never a shell's text; empty for a function.
    /// </summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Whether a trial function runs in a child process of its own.</summary>
    /// <value>Default: false. A command always runs in its own process.</value>
    public bool Isolated { get; init; }

    /// <summary>
    /// Whether the program saves checkpoints and goes on from one. Without it a promotion starts
    /// from nothing and the repeated resource is charged.
    /// </summary>
    /// <value>Default: false.</value>
    public bool Resumes { get; init; }

    /// <summary>Variables added to the environment of the program's process.</summary>
    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    /// <summary>The folder in which the program starts.</summary>
    /// <value>Default: the attempt's own folder.</value>
    public string? WorkingDirectory { get; init; }

    /// <summary>How long one attempt may last.</summary>
    /// <value>Default: no limit.</value>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>How long an attempt may go without a report before it counts as hanging.</summary>
    /// <value>Default: no limit.</value>
    public TimeSpan? SilenceLimit { get; init; }

    /// <summary>
    /// How long the program has to end after it was told to stop, before it is killed.
    /// </summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);
}
