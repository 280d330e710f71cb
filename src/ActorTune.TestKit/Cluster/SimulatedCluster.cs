using System.Globalization;
using ActorTune.Actors;
using ActorTune.Coordinator;
using ActorTune.Journal;
using ActorTune.Protocol;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Worker;
using ActorTune.Worker.Programs;

namespace ActorTune.TestKit.Cluster;

/// <summary>
/// Coordinator, workers and scripted programs on one thread under one seed, over a journal that
/// outlives them: kill the whole cluster between any two steps and start another.
/// </summary>
public sealed class SimulatedCluster
{
    internal const string StudyName = "study";

    private static readonly TimeSpan Horizon = TimeSpan.FromDays(1);
    private readonly StudySetup _setup;

    private SimulatedCluster(SimulatedActorHost host, StudySetup setup)
    {
        Host = host;
        _setup = setup;
    }

    /// <summary>The actors' host.</summary>
    public SimulatedActorHost Host { get; }

    /// <summary>Whether the study came to rest: it ended, was interrupted, or failed.</summary>
    public bool IsDone => _setup.Completion.Task.IsCompleted;

    /// <summary>How the study came to rest; fails as the study did.</summary>
    public StudyOutcome Outcome => _setup.Completion.Task.IsCompleted
        ? _setup.Completion.Task.GetAwaiter().GetResult()
        : throw new InvalidOperationException("The study has not come to rest yet.");

    /// <summary>The study actor.</summary>
    public IActorRef<StudyMessage> Study { get; private init; } = null!;

    /// <summary>Who gives the workers' slots to the study.</summary>
    public IActorRef<ToPlacement> Placement { get; private init; } = null!;

    /// <summary>The workers by number.</summary>
    public IReadOnlyList<IActorRef<ToWorker>> Workers { get; private init; } = [];

    /// <summary>Starts a cluster on a study.</summary>
    /// <param name="journal">Where the study's events are kept; it must answer at once.</param>
    /// <param name="specification">The study; it is created if the journal is without it.</param>
    /// <param name="runner">Runs the programs.</param>
    /// <param name="options">Seed, workers, slots and faults.</param>
    public static SimulatedCluster Start(
        IStudyJournal journal,
        StudySpecification specification,
        ITrialProgramRunner runner,
        SimulatedClusterOptions? options = null) =>
        Start(journal, specification, (_, _) => runner, options);

    /// <summary>Starts a cluster on a study, in which each worker has programs of its own.
    /// </summary>
    /// <param name="journal">Where the study's events are kept; it must answer at once.</param>
    /// <param name="specification">The study; it is created if the journal is without it.</param>
    /// <param name="runners">Makes what runs the programs of a worker; it may use the host's clock.
    /// </param>
    /// <param name="options">Seed, workers, slots and faults.</param>
    public static SimulatedCluster Start(
        IStudyJournal journal,
        StudySpecification specification,
        Func<SimulatedActorHost, WorkerId, ITrialProgramRunner> runners,
        SimulatedClusterOptions? options = null)
    {
        SimulatedClusterOptions chosen = options ?? new SimulatedClusterOptions();
        var host = new SimulatedActorHost(chosen.Seed, chosen.Simulation);
        IActorRef<ToPlacement> placement = host.Spawn("placement", () => new PlacementActor());
        IActorRef<ToPlacement> side = chosen.WorkerSide?.Invoke(placement) ?? placement;
        IActorRef<ToWorker>[] workers =
        [
            .. Enumerable.Range(0, chosen.Workers)
                .Select(worker => SpawnWorker(host, worker, side, runners, chosen)),
        ];
        IStudyJournalWriter writer = Now(journal.OpenWriterAsync(specification.Study, default));
        var setup = new StudySetup
        {
            Study = specification.Study,
            Specification = specification,
            Journal = journal,
            Writer = writer,
            Catalog = chosen.Catalog,
            Placement = placement,
            EngineVersion = "simulated",
            ChangedStop = chosen.ChangedStop,
            Committed = chosen.Committed,
        };
        return new SimulatedCluster(host, setup)
        {
            Placement = side,
            Workers = workers,
            Study = SpawnStudy(host, setup),
        };
    }

    /// <summary>Runs until the study came to rest or a condition holds.</summary>
    /// <returns>Whether the study came to rest.</returns>
    public bool Run(Func<bool>? until = null)
    {
        Host.RunUntil(() => IsDone || (until?.Invoke() ?? false), Horizon);
        return IsDone;
    }

    /// <summary>All events of a study.</summary>
    public static IReadOnlyList<JournalEntry> Read(IStudyJournal journal, StudyId study)
    {
        var entries = new List<JournalEntry>();
        IAsyncEnumerator<JournalEntry> reading =
            journal.ReadAsync(study, SequenceNumber.None, default).GetAsyncEnumerator();
        while (Now(reading.MoveNextAsync()))
            entries.Add(reading.Current);
        return entries;
    }

    internal static WorkerId WorkerName(int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"worker-{number}"));

    private static IActorRef<StudyMessage> SpawnStudy(SimulatedActorHost host, StudySetup setup) =>
        host.Spawn(
            StudyName,
            () => new StudyActor(setup),
            new ActorOptions
            {
                Supervision = new RestartStrategy { OnLimit = RestartLimitAction.Stop },
            });

    private static IActorRef<ToWorker> SpawnWorker(
        SimulatedActorHost host,
        int number,
        IActorRef<ToPlacement> placement,
        Func<SimulatedActorHost, WorkerId, ITrialProgramRunner> runners,
        SimulatedClusterOptions options)
    {
        WorkerId worker = WorkerName(number);
        var setup = new WorkerSetup
        {
            Worker = worker,
            SlotCount = options.SlotsPerWorker,
            Folders = new TrialFolders("simulated"),
            Runner = runners(host, worker),
            Placement = placement,
        };
        return host.Spawn(worker.Name, () => new WorkerActor(setup));
    }

    private static T Now<T>(ValueTask<T> task) => task.IsCompleted
        ? task.GetAwaiter().GetResult()
        : throw new InvalidOperationException(
            "A simulated cluster needs a journal that answers at once.");
}
