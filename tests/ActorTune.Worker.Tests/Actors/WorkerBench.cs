namespace ActorTune.Worker.Tests.Actors;

/// <summary>A worker in virtual time, and the ends of the coordinator around it.</summary>
internal sealed class WorkerBench
{
    internal static readonly StudyId Study = new("study");
    internal static readonly StudyId OtherStudy = new("other");

    private readonly List<FromWorker> _heard = [];
    private readonly IActorRef<FromWorker> _coordinator;
    private readonly List<FromWorker> _heardByNext = [];
    private readonly IActorRef<RunningTrials> _lister;
    private readonly IActorRef<FromWorker> _next;

    internal WorkerBench(ulong seed = 1)
    {
        Host = new SimulatedActorHost(seed);
        _coordinator = Host.Spawn("coordinator", () => new Probe<FromWorker>(_heard.Add));
        _next = Host.Spawn("next", () => new Probe<FromWorker>(_heardByNext.Add));
        _lister = Host.Spawn("lister", () => new Probe<RunningTrials>(Listed.Add));
        var setup = new WorkerSetup
        {
            Worker = new WorkerId("worker"),
            SlotCount = 2,
            Folders = new TrialFolders("files"),
            Runner = Programs,
            Placement = Host.Spawn("placement", () => new Probe<ToPlacement>(Placed.Add)),
        };
        Worker = Host.Spawn("worker", () => new WorkerActor(setup));
        Host.RunUntilIdle();
    }

    internal SimulatedActorHost Host { get; }

    internal IActorRef<ToWorker> Worker { get; }

    internal FakePrograms Programs { get; } = new();

    internal List<RunningTrials> Listed { get; } = [];

    internal List<ToPlacement> Placed { get; } = [];

    /// <summary>What the coordinator heard since it was last asked.</summary>
    internal IReadOnlyList<FromWorker> Heard => Take(_heard);

    /// <summary>What the coordinator that listed trials last heard since it was last asked.
    /// </summary>
    internal IReadOnlyList<FromWorker> HeardByNext => Take(_heardByNext);

    internal static AttemptId Attempt(int trial) => new(new TrialNumber(trial), 1);

    internal FakeProgram Begin(int trial, ProgramSpecification? program = null, long? until = null)
    {
        int before = Programs.Started.Count;
        Tell(BeginOf(trial, program, until));
        Assert.Equal(before + 1, Programs.Started.Count);
        return Programs.Started[before];
    }

    internal BeginTrial BeginOf(
        int trial,
        ProgramSpecification? program = null,
        long? until = null,
        int epoch = 1,
        StudyId? study = null,
        int slot = 0) => new(
            study ?? Study,
            new Epoch(epoch),
            new BeginAttempt(
                Attempt(trial),
                new WorkerId("worker"),
                default,
                [slot],
                Configuration.Empty,
                1,
                null,
                until is { } units ? new Resource(units) : null),
            program ?? new ProgramSpecification { Function = "train" },
            "loss",
            "epoch",
            _coordinator);

    internal void Instruct(
        int trial,
        long report,
        AttemptInstruction instruction = AttemptInstruction.Continue,
        int epoch = 1,
        StudyId? study = null,
        long? until = null) => Tell(new InstructTrial(
            study ?? Study,
            new Epoch(epoch),
            Attempt(trial),
            report,
            instruction,
            until is { } units ? new Resource(units) : null));

    internal IReadOnlyList<AttemptId> List(StudyId study, int epoch = 1)
    {
        Tell(new ListTrials(study, new Epoch(epoch), _lister, _next));
        return Listed[^1].Attempts;
    }

    internal void Tell(ToWorker message)
    {
        Worker.Tell(message);
        Host.RunUntilIdle();
    }

    internal void Do(Action action)
    {
        action();
        Host.RunUntilIdle();
    }

    internal void Pass(double seconds) => Host.AdvanceBy(TimeSpan.FromSeconds(seconds));

    private FromWorker[] Take(List<FromWorker> messages)
    {
        Host.RunUntilIdle();
        FromWorker[] taken = [.. messages];
        messages.Clear();
        return taken;
    }

    private sealed class Probe<T>(Action<T> heard) : Actor<T>
    {
        protected override void Receive(T message) => heard(message);
    }
}
