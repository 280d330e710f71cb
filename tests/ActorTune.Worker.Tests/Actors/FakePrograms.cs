namespace ActorTune.Worker.Tests.Actors;

/// <summary>Starts programs that do what the test says and note what they are told.</summary>
internal sealed class FakePrograms : ITrialProgramRunner
{
    private readonly List<FakeProgram> _started = [];

    internal IReadOnlyList<FakeProgram> Started => _started;

    public IRunningProgram Start(TrialLaunch launch, ITrialProgramEvents events)
    {
        var program = new FakeProgram(launch, events);
        _started.Add(program);
        return program;
    }
}

internal sealed class FakeProgram(TrialLaunch launch, ITrialProgramEvents events) : IRunningProgram
{
    private readonly List<string> _told = [];
    private long _reports;

    internal TrialLaunch Launch { get; } = launch;

    internal ITrialProgramEvents Events { get; } = events;

    internal IReadOnlyList<string> Told => _told;

    public void Instruct(long report, AttemptInstruction instruction, Resource? until) =>
        _told.Add($"{instruction} {report} {until?.Units}".TrimEnd());

    public void Interrupt() => _told.Add("Interrupt");

    public void Stop() => _told.Add("Stop");

    public void Kill() => _told.Add("Kill");

    internal void Report(long resource) => Events.Reported(
        ++_reports, new Resource(resource), new MetricSet("loss", resource));
}
