using ActorTune.Actors;
using ActorTune.Coordinator;
using ActorTune.Journal;
using ActorTune.Protocol;
using ActorTune.Studies.Effects;

namespace ActorTune.TestKit.Actors;

/// <summary>The study's own actors, message by message: probes stand for all around them.</summary>
public sealed class StudyActorProbeTests
{
    private static readonly WorkerId Worker = new("worker");
    private static readonly StudySpecification Specification =
        OwnStudies.Of() with { Scheduler = new StrategyOptions("asha") };

    private readonly SimulatedActorHost _host = new(seed: 1);
    private readonly ActorProbe<ToPlacement> _placement;
    private readonly ActorProbe<ToWorker> _worker;

    public StudyActorProbeTests()
    {
        _placement = new ActorProbe<ToPlacement>(_host, "placement");
        _worker = new ActorProbe<ToWorker>(_host, "worker");
    }

    [Fact]
    public async Task The_best_of_three_is_promoted_into_the_slot_that_it_frees()
    {
        await using var journal = new InMemoryStudyJournal();
        await StartAsync(journal);
        IActorRef<FromPlacement> study = Open();
        _placement.Send(study, new SlotsOffered(Worker, [0]));

        foreach ((int trial, double loss) in new[] { (0, 0.3), (1, 0.2), (2, 0.1) })
        {
            BeginTrial begin = _worker.WaitFor<BeginTrial>(
                one => one.Begin.Attempt.Trial.Value == trial && one.Begin.Until?.Units == 1);
            if (trial == 0)
                _worker.ExpectNone(TimeSpan.FromSeconds(30));
            Report(begin, report: 1, resource: 1, loss);
            InstructTrial told = _worker.WaitFor<InstructTrial>(
                one => one.Attempt == begin.Begin.Attempt);
            Assert.Equal(
                trial == 2 ? AttemptInstruction.Continue : AttemptInstruction.Pause,
                told.Instruction);
            if (trial == 2)
                Assert.Equal(3, told.Until?.Units);
            else
                End(begin, reports: 1);
        }
    }

    [Fact]
    public async Task A_report_that_comes_twice_is_answered_twice_and_decided_once()
    {
        await using var journal = new InMemoryStudyJournal();
        await StartAsync(journal);
        _placement.Send(Open(), new SlotsOffered(Worker, [0]));
        BeginTrial begin = _worker.ExpectMessage<BeginTrial>();

        Report(begin, report: 1, resource: 1, 0.3);
        Report(begin, report: 1, resource: 1, 0.3);

        Assert.Equal(AttemptInstruction.Pause, Told().Instruction);
        Assert.Equal(AttemptInstruction.Pause, Told().Instruction);
        InstructTrial Told() => _worker.WaitFor<InstructTrial>();
    }

    [Fact]
    public void Placement_offers_each_free_slot_once_and_tells_of_a_worker_that_stopped()
    {
        IActorRef<ToPlacement> placement = _host.Spawn("real", () => new PlacementActor());
        var study = new ActorProbe<FromPlacement>(_host, "study");
        IActorRef<ToWorker> worker = _host.Spawn("short-lived", () => new Idle());
        study.Send(placement, new StudyOpened(Specification.Study, study.Address, 1));
        study.Send(placement, new WorkerJoined(Worker, worker, 2));
        study.ExpectMessage<WorkerAvailable>();
        study.ExpectNone(TimeSpan.FromMinutes(1));

        study.Send(placement, new WorkerSettled(Specification.Study, Worker, [1]));
        Assert.Equal([0], study.ExpectMessage<SlotsOffered>().Slots);
        study.ExpectNone(TimeSpan.FromMinutes(1));

        _host.Stop(worker);
        study.ExpectMessage<WorkerLost>(lost => lost.Worker == Worker);
    }

    private async Task StartAsync(InMemoryStudyJournal journal)
    {
        IStudyJournalWriter writer = await journal.OpenWriterAsync(Specification.Study, default);
        var setup = new StudySetup
        {
            Study = Specification.Study,
            Specification = Specification,
            Journal = journal,
            Writer = writer,
            Catalog = StandardStrategies.Instance,
            Placement = _placement.Address,
            EngineVersion = "probed",
        };
        _host.Spawn("study", () => new StudyActor(setup));
    }

    // The study introduces itself, meets the worker, and asks it what it runs.
    private IActorRef<FromPlacement> Open()
    {
        StudyOpened opened = _placement.ExpectMessage<StudyOpened>();
        _placement.Send(opened.Address, new WorkerAvailable(Worker, _worker.Address));
        ListTrials list = _worker.ExpectMessage<ListTrials>();
        _worker.Send(list.ReplyTo, new RunningTrials(Worker, []));
        Assert.Empty(_placement.ExpectMessage<WorkerSettled>().HeldSlots);
        return opened.Address;
    }

    private void Report(BeginTrial begin, long report, long resource, double loss) => _worker.Send(
        begin.ReplyTo,
        new TrialReported(
            begin.Study,
            begin.Begin.Attempt,
            report,
            new Resource(resource),
            new MetricSet("loss", loss),
            new Resource(resource)));

    private void End(BeginTrial begin, long reports) => _worker.Send(
        begin.ReplyTo,
        new TrialEnded(
            begin.Study, begin.Begin.Attempt, AttemptEnd.Returned, string.Empty, null, reports));

    private sealed class Idle : Actor<ToWorker>
    {
        protected override void Receive(ToWorker message)
        {
        }
    }
}
