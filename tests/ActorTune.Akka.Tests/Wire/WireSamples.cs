using ActorTune.Akka.Cluster;
using ActorTune.Akka.Persistence;
using ActorTune.Objectives;
using ActorTune.Protocol;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Studies.Effects;
using ActorTune.Trials;

namespace ActorTune.Akka.Tests.Wire;

/// <summary>One message of each type, with no member at its default.</summary>
internal sealed class WireSamples(AkkaActorHost host)
{
    private static readonly StudyId Study = new("digits");
    private static readonly WorkerId Worker = new("machine-7");
    private static readonly Epoch Epoch = new(3);
    private static readonly AttemptId Attempt = new(new TrialNumber(41), 2);

    private readonly Silent _silent = new(host);

    public IReadOnlyList<object> All =>
    [
        .. ToWorkers,
        new RunningTrials(Worker, [Attempt, new AttemptId(new TrialNumber(9), 1)]),
        new TrialBegan(Study, Attempt, 4321),
        new TrialReported(
            Study,
            Attempt,
            12,
            new Resource(9),
            new MetricSet(["loss", "noise"], [0.1 + 0.2, double.NaN]),
            new Resource(8)),
        new TrialEnded(
            Study, Attempt, AttemptEnd.OutOfMemory, "CUDA: größer als", new Resource(9), 4),
        .. Placement,
        CallForWorkers.Instance,
        new StoredBatch(9, 3, 17, 18, [1, 2, 3]),
        new StudyNamed(Study),
        new WorkerEnlisted(new WorkerJoined(Worker, _silent.Address<ToWorker>(), 4), 2),
    ];

    private IEnumerable<object> ToWorkers =>
    [
        new BeginTrial(
            Study, Epoch, Begin, Program, "loss", "epoch", _silent.Address<FromWorker>()),
        new InstructTrial(
            Study, Epoch, Attempt, 12, AttemptInstruction.Pause, new Resource(27)),
        new DropTrialCheckpoint(Study, Epoch, new Checkpoint(Attempt, new Resource(9))),
        new InterruptStudy(Study, Epoch, true),
        new ListTrials(
            Study, Epoch, _silent.Address<RunningTrials>(), _silent.Address<FromWorker>()),
    ];

    private IEnumerable<object> Placement =>
    [
        new WorkerJoined(Worker, _silent.Address<ToWorker>(), 4),
        new WorkerGone(Worker),
        new StudyOpened(Study, _silent.Address<FromPlacement>(), 2),
        new WorkerSettled(Study, Worker, [0, 3]),
        new SlotsReturned(Study, Worker, [2]),
        new StudyClosed(Study),
        new WorkerAvailable(Worker, _silent.Address<ToWorker>()),
        new WorkerLost(Worker),
        new SlotsOffered(Worker, [1, 2]),
        new SlotsWanted(Worker),
    ];

    private static BeginAttempt Begin => new(
        Attempt,
        Worker,
        new OfferId(77),
        [1, 2],
        new Configuration(
        [
            new("rate", ParameterValue.Of(1e-3)),
            new("units", ParameterValue.Of(64L)),
            new("optimizer", ParameterValue.Of("sgd")),
            new("nesterov", ParameterValue.Of(true)),
        ]),
        ulong.MaxValue - 5,
        new Checkpoint(new AttemptId(new TrialNumber(40), 1), new Resource(3)),
        new Resource(9));

    private static ProgramSpecification Program => new()
    {
        Function = "digits",
        Command = ["python3", "train.py", ""],
        Isolated = true,
        Resumes = true,
        Environment = [new("MODE", "fast", null), new("TOKEN", null, "TRACKING_TOKEN")],
        WorkingDirectory = "training",
        TimeLimit = TimeSpan.FromHours(3),
        SilenceLimit = TimeSpan.FromMinutes(5),
        StopGrace = TimeSpan.FromSeconds(7),
    };

    /// <summary>Addresses of one actor that answers nothing, each of a type of its own.</summary>
    private sealed class Silent(AkkaActorHost host)
    {
        private readonly IActorRef<object> _actor = host.Spawn("silent", () => new Listener());

        public IActorRef<TMessage> Address<TMessage>()
            where TMessage : class => _actor.Map<TMessage, object>(message => message);
    }

    private sealed class Listener : Actor<object>
    {
        protected override void Receive(object message)
        {
        }
    }
}
