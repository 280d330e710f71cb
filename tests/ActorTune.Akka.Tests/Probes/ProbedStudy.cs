using ActorTune.Coordinator;
using ActorTune.Journal;
using ActorTune.Objectives;
using ActorTune.Protocol;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;
using Akka.TestKit;

namespace ActorTune.Akka.Tests.Probes;

/// <summary>
/// A study on Akka.NET whose workers are probes. Its actors work on the thread of the test and
/// their time is the TestScheduler's: when a call returns, all that follows from it is done.
/// </summary>
internal sealed class ProbedStudy
{
    public const string VirtualTime = TestSettings.Quiet + """

        akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
        calling-thread.type = "Akka.TestKit.CallingThreadDispatcherConfigurator, Akka.TestKit"
        akka.actor.default-dispatcher = ${calling-thread}
        akka.actor.internal-dispatcher = ${calling-thread}
        akka.log-dead-letters-during-shutdown = off
        """;

    private const string Name = "probed";

    private readonly TestKitBase _kit;
    private readonly InMemoryStudyJournal _journal = new();
    private readonly StudySpecification _specification;
    private IActorRef<ToPlacement> _placement;
    private IActorRef<StudyMessage> _study;

    public ProbedStudy(TestKitBase kit, StudySpecification specification)
    {
        _kit = kit;
        _specification = specification;
        Host = new AkkaActorHost(
            kit.Sys, new AkkaHostOptions { Time = new SchedulerTimeProvider(kit.Sys.Scheduler) });
        (_placement, _study) = Spawn();
    }

    public AkkaActorHost Host { get; }

    /// <summary>A study of one parameter that promotes and resumes up to a resource.</summary>
    public static StudySpecification Of(StrategyOptions scheduler, long max, int trials) => new()
    {
        Study = new StudyId(Name),
        Seed = 1,
        Objectives = [new Objective("error", Direction.Minimize)],
        SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
        Sampler = new StrategyOptions("random"),
        Scheduler = scheduler,
        Program = new ProgramSpecification { Function = "probe", Resumes = true },
        MaxResource = new Resource(max),
        Stop = new StopConditions { Trials = trials },
    };

    /// <summary>A worker joins; it has been asked what it runs and has answered.</summary>
    public ProbedWorker Join(string worker, int slots, params AttemptId[] running)
    {
        TestProbe probe = _kit.CreateTestProbe();
        _placement.Tell(new WorkerJoined(
            new WorkerId(worker), Host.AddressOf<ToWorker>(probe.Ref), slots));
        var joined = new ProbedWorker(this, probe, new WorkerId(worker));
        joined.SaysThatItRuns(running);
        return joined;
    }

    /// <summary>The coordinator dies, and another begins on the same journal without workers.
    /// </summary>
    public void Restart()
    {
        Host.Stop(_study);
        Host.Stop(_placement);
        (_placement, _study) = Spawn();
    }

    public void Advance(TimeSpan by) => ((TestScheduler)_kit.Sys.Scheduler).Advance(by);

    private (IActorRef<ToPlacement> Placement, IActorRef<StudyMessage> Study) Spawn()
    {
        IActorRef<ToPlacement> placement = Host.Spawn("placement", () => new PlacementActor());
        var setup = new StudySetup
        {
            Study = _specification.Study,
            Specification = _specification,
            Journal = _journal,
            Writer = _journal.OpenWriterAsync(_specification.Study, default).AsTask().Result,
            Catalog = StandardStrategies.Instance,
            Placement = placement,
            EngineVersion = "probed",
        };
        return (placement, Host.Spawn(Name, () => new StudyActor(setup)));
    }
}
