using ActorTune.Coordinator;
using ActorTune.Journal;
using ActorTune.Objectives;
using ActorTune.Protocol;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Effects;
using ActorTune.Trials;
using Akka.TestKit;
using AkkaTestKit = Akka.TestKit.Xunit2.TestKit;

namespace ActorTune.Akka.Tests.Probes;

/// <summary>What docs/guides/akka.md shows, word for word.</summary>
public sealed class GuideTests() : AkkaTestKit(ProbedStudy.VirtualTime)
{
    [Fact]
    public void AStudySeenFromWhereAWorkerStands()
    {
        var host = new AkkaActorHost(
            Sys, new AkkaHostOptions { Time = new SchedulerTimeProvider(Sys.Scheduler) });
        IActorRef<ToPlacement> placement = host.Spawn("placement", () => new PlacementActor());
        host.Spawn("study", () => new StudyActor(SetupOf(placement)));
        TestProbe probe = CreateTestProbe();
        var name = new WorkerId("w");
        placement.Tell(new WorkerJoined(name, host.AddressOf<ToWorker>(probe.Ref), SlotCount: 1));

        probe.ExpectMsg<ListTrials>().ReplyTo.Tell(new RunningTrials(name, []));
        BeginTrial begin = probe.ExpectMsg<BeginTrial>();
        Resource rung = begin.Begin.Until!.Value;
        var error = new MetricSet("error", 0.3);
        begin.ReplyTo.Tell(new TrialReported(
            begin.Study, begin.Begin.Attempt, 1, rung, error, Checkpoint: rung));
        Assert.Equal(AttemptInstruction.Pause, probe.ExpectMsg<InstructTrial>().Instruction);
        Assert.Equal(new TrialNumber(1), probe.ExpectMsg<BeginTrial>().Begin.Attempt.Trial);

        ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromDays(1));
        probe.ExpectNoMsg(TimeSpan.Zero);
    }

    private static StudySetup SetupOf(IActorRef<ToPlacement> placement)
    {
        StudySpecification specification =
            ProbedStudy.Of(new StrategyOptions("asha"), max: 9, trials: 9);
        var journal = new InMemoryStudyJournal();
        return new StudySetup
        {
            Study = specification.Study,
            Specification = specification,
            Journal = journal,
            Writer = journal.OpenWriterAsync(specification.Study, default).AsTask().Result,
            Catalog = StandardStrategies.Instance,
            Placement = placement,
            EngineVersion = "guide",
        };
    }
}
