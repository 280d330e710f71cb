using ActorTune.Actors;
using ActorTune.Journal;
using ActorTune.Protocol;
using ActorTune.Simulation;
using ActorTune.Studies;
using ActorTune.TestKit.Journal;

namespace ActorTune.TestKit.Cluster;

/// <summary>One simulation of a study on a cluster under a plan of faults.</summary>
internal sealed partial class ClusterTrial
{
    // Longer than every limit, resend and backoff together.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ClusterSpec _sweep;
    private readonly ulong _seed;
    private readonly FaultPlan _plan;
    private readonly ClusterWatch _watch;
    private readonly IStudyJournal _journal;
    private readonly Queue<ClusterFault> _timed;
    private readonly FreeSlots _slots;
    private DateTimeOffset _start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TimeSpan _lastCommit;
    private int _messages;

    internal ClusterTrial(ClusterSpec sweep, ulong seed, FaultPlan plan)
    {
        _sweep = sweep;
        _seed = seed;
        _plan = plan;
        _watch = new ClusterWatch(sweep.Catalog);
        _journal = new WatchedJournal(sweep.NewJournal(), _watch);
        _slots = new FreeSlots(_watch, sweep, plan);
        _timed = new Queue<ClusterFault>(
            plan.Faults.Where(fault => fault.IsTimed).OrderBy(fault => fault.At));
    }

    internal ClusterSize Size => new(_watch.Events, _messages, _watch.Appends, _watch.Programs);

    /// <summary>The last steps of the last life, for the report of a failure.</summary>
    internal string Trace { get; private set; } = string.Empty;

    /// <summary>Runs the study through all its lives.</summary>
    /// <returns>The rule that was broken; null if none.</returns>
    internal string? Run()
    {
        bool isDone = false;
        for (ulong life = 0; !isDone && _watch.Violation is null; life++)
            isDone = Live(life);
        if (_watch.Violation is null)
            Verify();
        return _watch.Violation;
    }

    private bool Live(ulong life)
    {
        _watch.Clear();
        var wire = new WireFaults(_plan, _watch, _messages);
        var journal = new FaultyStudyJournal(
            _journal, TimeProvider.System, [.. PlannedAppends.Of(_plan, _watch.Appends)]);
        SimulatedCluster cluster = Start(life, wire, journal);
        _lastCommit = TimeSpan.Zero;
        _slots.Begin();
        int before = _watch.Appends;
        bool? isOver = null;
        while (isOver is null)
        {
            bool isDone = cluster.Run(() => Look(cluster, journal, before));
            _messages = wire.Count;
            isOver = GoOn(cluster, isDone);
        }

        return isOver.Value;
    }

    // Whether the study is over, or only this life of the cluster; null while it goes on.
    private bool? GoOn(SimulatedCluster cluster, bool isDone)
    {
        if (isDone || _watch.Violation is not null || !_timed.TryDequeue(out var fault))
        {
            Rest(cluster, isDone);
            return true;
        }

        if (fault.Kind is ClusterFaultKind.StopCluster or ClusterFaultKind.JumpClock)
        {
            _start += cluster.Host.Clock.Elapsed + TimeSpan.FromSeconds(fault.Amount);
            return false;
        }

        Strike(cluster, fault);
        return null;
    }

    private SimulatedCluster Start(ulong life, WireFaults wire, FaultyStudyJournal journal)
    {
        var options = new SimulatedClusterOptions
        {
            Seed = _seed + (life << 32),
            Workers = _sweep.Workers,
            SlotsPerWorker = _sweep.SlotsPerWorker,
            Catalog = _sweep.Catalog,
            WorkerSide = _sweep.WorkerSide,
            Simulation = new ActorTune.Actors.SimulationOptions
            {
                Faults = wire,
                Start = _start,
                TraceLength = 40,
            },
        };
        return SimulatedCluster.Start(
            journal,
            _sweep.Specification,
            (host, worker) => new TimedProgramRunner(worker, host, _watch, _sweep, _plan),
            options);
    }

    // Whether the run is to stop here: a rule is broken, nothing happens any more, or a fault is
    // due.
    private bool Look(SimulatedCluster cluster, FaultyStudyJournal journal, int before)
    {
        int appends = before + journal.AppendCount;
        if (appends != _watch.Appends)
        {
            _watch.Appends = appends;
            _lastCommit = cluster.Host.Clock.Elapsed;
        }

        if (cluster.Host.Clock.Elapsed - _lastCommit > Patience)
            _watch.Break("while budget remains some trial runs: nothing happened for ten minutes");
        if (_slots.Look(cluster.Host.Clock.Elapsed) is { } starving)
            _watch.Break(starving);
        return _watch.Violation is not null
            || (_timed.TryPeek(out ClusterFault? next) && _watch.Events >= next.At);
    }

    private void Strike(SimulatedCluster cluster, ClusterFault fault)
    {
        switch (fault.Kind)
        {
            case ClusterFaultKind.CrashStudy:
                cluster.Host.Crash(cluster.Study);
                break;
            case ClusterFaultKind.CrashWorker:
                cluster.Host.Crash(cluster.Workers[fault.Amount % cluster.Workers.Count]);
                break;
            case ClusterFaultKind.PartWorker:
                Part(cluster, fault.Amount % cluster.Workers.Count);
                break;
        }
    }

    private void Part(SimulatedCluster cluster, int number)
    {
        WorkerId worker = SimulatedCluster.WorkerName(number);
        cluster.Host.Schedule(() => cluster.Placement.Tell(new WorkerGone(worker)));
        cluster.Host.Clock.CreateTimer(
            _ => cluster.Placement.Tell(new WorkerJoined(
                worker, cluster.Workers[number], _sweep.SlotsPerWorker)),
            null,
            ClusterFault.Absence,
            Timeout.InfiniteTimeSpan);
    }

    private void Rest(SimulatedCluster cluster, bool isDone)
    {
        Trace = $"The last events:\n{LastEvents()}\nThe last steps:\n{cluster.Host.FormatTrace()}";
        if (!isDone)
        {
            _watch.Break("every study comes to its end: no step is possible any more");
            return;
        }

        try
        {
            if (!cluster.Outcome.IsFinished)
                _watch.Break("every study comes to its end: it was interrupted");
        }
        catch (Exception error) when (error is not SpecException)
        {
            _watch.Break($"every study comes to its end: {error.Message}");
        }
    }

    private string LastEvents() => string.Join("\n", SimulatedCluster
        .Read(_journal, _sweep.Specification.Study)
        .TakeLast(20)
        .Select(entry => $"{entry.Sequence} {entry.Event}"));
}
