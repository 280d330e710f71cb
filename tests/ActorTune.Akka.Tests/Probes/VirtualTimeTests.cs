using ActorTune.Protocol;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Studies.Effects;
using ActorTune.Trials;
using ActorTune.Worker;
using Akka.TestKit;
using AkkaTestKit = Akka.TestKit.Xunit2.TestKit;

namespace ActorTune.Akka.Tests.Probes;

/// <summary>Leases and limits are over when the scheduler's clock is advanced, and never before.
/// </summary>
public sealed class VirtualTimeTests() : AkkaTestKit(ProbedStudy.VirtualTime)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    private static StudySpecification OneTrial { get; } =
        ProbedStudy.Of(new StrategyOptions("asha"), max: 9, trials: 1);

    [Fact]
    public void WhatATestSays_IsDoneByItsOwnThreadWhenTheCallReturns()
    {
        var threads = new List<int>();
        IActorRef<int> actor = NewHost().Spawn("notes", () => new Notes(threads));

        actor.Tell(1);

        Assert.Equal(Enumerable.Repeat(Environment.CurrentManagedThreadId, 3), threads);
    }

    [Fact]
    public void AWorkerThatDoesNotComeBack_LosesItsAttemptWhenItsLeaseIsOver()
    {
        var study = new ProbedStudy(this, OneTrial);
        study.Join("a", slots: 1).Begins(0, from: 0, until: 1);
        study.Restart();
        ProbedWorker other = study.Join("b", slots: 1);

        other.HearsNothingFor(Lease - Second);
        study.Advance(Second);

        other.SaysThatItRuns();
        Assert.Equal(2, other.Begins(0, from: 0, until: 1).Number);
    }

    [Fact]
    public void AWorkerThatComesBackInTime_KeepsItsAttempt()
    {
        var study = new ProbedStudy(this, OneTrial);
        AttemptId attempt = study.Join("a", slots: 1).Begins(0, from: 0, until: 1);
        study.Restart();
        ProbedWorker other = study.Join("b", slots: 1);

        other.HearsNothingFor(Lease - Second);
        study.Join("a", slots: 1, running: attempt);

        study.Advance(Second);
        other.SaysThatItRuns();
        other.HearsNothingFor(TimeSpan.FromDays(1));
    }

    // Here the worker is the engine's and the probe is its study.
    [Fact]
    public void AProgramThatReportsNothing_HangsWhenTheSilenceLimitIsOver()
    {
        AkkaActorHost host = NewHost();
        TestProbe study = CreateTestProbe("study");
        IActorRef<ToWorker> worker = host.Spawn("worker", () => new WorkerActor(new WorkerSetup
        {
            Worker = new WorkerId("w"),
            SlotCount = 1,
            Folders = new TrialFolders("nowhere"),
            Runner = new SilentPrograms(),
            Placement = host.AddressOf<ToPlacement>(CreateTestProbe().Ref),
        }));

        worker.Tell(Begin(host.AddressOf<FromWorker>(study.Ref)));
        study.ExpectMsg<TrialBegan>();
        Advance(Silence - Second);
        study.ExpectNoMsg(TimeSpan.Zero);
        Advance(Second);

        TrialEnded ended = study.ExpectMsg<TrialEnded>();
        Assert.Equal(AttemptEnd.Hang, ended.End);
        Assert.Equal("no report came within 600 s", ended.Message);
    }

    private static BeginTrial Begin(IActorRef<FromWorker> replyTo) => new(
        OneTrial.Study,
        new Epoch(1),
        new BeginAttempt(
            new AttemptId(new TrialNumber(0), 1),
            new WorkerId("w"),
            new OfferId(1),
            [0],
            Configuration.Empty,
            Seed: 1,
            From: null,
            Until: new Resource(1)),
        OneTrial.Program with { SilenceLimit = Silence },
        "error",
        "epoch",
        replyTo);

    private AkkaActorHost NewHost() => new(
        Sys, new AkkaHostOptions { Time = new SchedulerTimeProvider(Sys.Scheduler) });

    private void Advance(TimeSpan by) => ((TestScheduler)Sys.Scheduler).Advance(by);

    /// <summary>Notes which thread starts it, runs its operation and brings the result.</summary>
    private sealed class Notes(List<int> threads) : Actor<int>
    {
        protected override void OnStarted() => threads.Add(Environment.CurrentManagedThreadId);

        protected override void Receive(int message)
        {
            threads.Add(Environment.CurrentManagedThreadId);
            if (message == 1)
                Context.PipeToSelf(
                    _ => ValueTask.FromResult(2), result => result.Match(n => n, _ => 0));
        }
    }
}
