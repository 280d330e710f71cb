namespace ActorTune.Worker.Tests.Programs;

/// <summary>A process runner over a temporary folder, and the programs under test.</summary>
internal sealed class ProcessBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IRunningProgram> _programs = [];

    internal ProcessRunnerOptions Options { get; set; } = new();

    internal string RecordsFolder => _folder.Of("records");

    internal string AttemptFolder => _folder.Of("attempt");

    internal string[] Records => Directory.Exists(RecordsFolder)
        ? Directory.GetFiles(RecordsFolder)
        : [];

    internal string OutputLog => File.ReadAllText(_folder.Of("attempt", "output.log"));

    internal (IRunningProgram Program, ProgramWatch Watch) Bash(
        string script, Func<TrialLaunch, TrialLaunch>? change = null) =>
        Start(new ProgramSpecification { Command = ["bash", "-c", Escape(script)] }, change);

    internal (IRunningProgram Program, ProgramWatch Watch) Python(
        string script, Func<TrialLaunch, TrialLaunch>? change = null) =>
        Start(
            new ProgramSpecification
            {
                Command = ["/usr/bin/python3", "-c", Escape(script)],
                Resumes = true,
                Environment =
                [
                    new("PYTHONPATH", Path.Combine(AppContext.BaseDirectory, "python"), null),
                    new("PYTHONDONTWRITEBYTECODE", "1", null),
                ],
            },
            change);

    internal (IRunningProgram Program, ProgramWatch Watch) Start(
        ProgramSpecification program, Func<TrialLaunch, TrialLaunch>? change = null)
    {
        TrialLaunch launch = Launches.In(AttemptFolder, program);
        return Start(change?.Invoke(launch) ?? launch);
    }

    internal (IRunningProgram Program, ProgramWatch Watch) Start(TrialLaunch launch)
    {
        var watch = new ProgramWatch();
        var runner = new ProcessRunner(Options with { RecordsFolder = RecordsFolder });
        IRunningProgram program = runner.Start(launch, watch);
        _programs.Add(program);
        return (program, watch);
    }

    public void Dispose()
    {
        foreach (IRunningProgram program in _programs)
            program.Kill();
        _folder.Dispose();
    }

    private static string Escape(string script) => script.Replace("{", "{{").Replace("}", "}}");
}
