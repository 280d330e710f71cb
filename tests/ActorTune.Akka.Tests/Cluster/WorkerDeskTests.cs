using ActorTune.Akka.Cluster;
using ActorTune.Protocol;
using ActorTune.Studies;
using Akka.Actor;
using Akka.Remote;
using Akka.TestKit;
using AkkaTestKit = Akka.TestKit.Xunit2.TestKit;

namespace ActorTune.Akka.Tests.Cluster;

/// <summary>Who is passed on to the placement of slots, seen by probes.</summary>
public sealed class WorkerDeskTests : AkkaTestKit
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(200);
    private readonly TestProbe _placement;
    private readonly global::Akka.Actor.IActorRef _desk;

    public WorkerDeskTests()
        : base(TestSettings.ClusterOf("coordinator"))
    {
        OwnSettings.AddTo(Sys);
        _placement = CreateTestProbe();
        var placement = new AkkaActorRef<ToPlacement>(
            _placement.Ref, ActorTune.Actors.ActorPath.Root.Child("placement"));
        _desk = Sys.ActorOf(
            Props.Create(() => new WorkerDesk(placement, TimeSpan.FromHours(1))));
    }

    [Fact]
    public void AWorkerThatSaysTheSameAgain_IsPassedOnOnce()
    {
        TestProbe worker = CreateTestProbe();

        _desk.Tell(Enlist(worker, instance: 1));
        _desk.Tell(Enlist(worker, instance: 1));

        Assert.Equal("w", _placement.ExpectMsg<WorkerJoined>().Worker.Name);
        _placement.ExpectNoMsg(Silence);
    }

    [Fact]
    public void AWorkerThatBeganAnew_IsPassedOnAgain()
    {
        TestProbe worker = CreateTestProbe();

        _desk.Tell(Enlist(worker, instance: 1));
        _desk.Tell(Enlist(worker, instance: 2));

        _placement.ExpectMsg<WorkerJoined>();
        _placement.ExpectMsg<WorkerJoined>();
    }

    // What was on its way when the connection broke may be lost, a start among it.
    [Fact]
    public void AWorkerWhoseConnectionBroke_IsPassedOnAgain()
    {
        TestProbe worker = CreateTestProbe();
        _desk.Tell(Enlist(worker, instance: 1));
        _placement.ExpectMsg<WorkerJoined>();

        Address node = worker.Ref.Path.Address;
        Sys.EventStream.Publish(new DisassociatedEvent(node, node, inbound: false));
        _desk.Tell(Enlist(worker, instance: 1));

        _placement.ExpectMsg<WorkerJoined>();
    }

    private static WorkerEnlisted Enlist(TestProbe worker, int instance) => new(
        new WorkerJoined(
            new WorkerId("w"),
            new AkkaActorRef<ToWorker>(worker.Ref, ActorTune.Actors.ActorPath.Root.Child("worker")),
            2),
        instance);
}
