using ActorTune.Journal.Sqlite;
using ActorTune.Worker.Programs.Processes;

namespace ActorTune.Hosting;

/// <summary>How ActorTune runs in this process.</summary>
public sealed class ActorTuneOptions
{
    private readonly Dictionary<string, Func<IServiceProvider, ITrialProgram>> _functions =
        new(StringComparer.Ordinal);

    /// <summary>Creates options with every default.</summary>
    public ActorTuneOptions() => ProcessRunnerFactory = CreateProcessRunner;

    /// <summary>How many trials run at a time in this process.</summary>
    /// <value>Default: the number of processors.</value>
    public int Slots { get; set; } = Environment.ProcessorCount;

    /// <summary>The folder under which attempts keep their files and checkpoints.</summary>
    /// <value>Default: <c>actortune-files</c> in the current folder.</value>
    public string Folder { get; set; } = "actortune-files";

    /// <summary>The name of this worker in journals.</summary>
    /// <value>Default: local.</value>
    public string Worker { get; set; } = "local";

    /// <summary>Resolves trial functions that were not added by name, or null.</summary>
    public Func<string, ITrialProgram>? FunctionResolver { get; set; }

    /// <summary>How long a graceful stop waits for running trials to save and end.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(30);

    internal Func<IStudyJournal> JournalFactory { get; private set; } =
        () => new InMemoryStudyJournal();

    internal Func<ILoggerFactory, IActorHost> HostFactory { get; private set; } =
        loggers => new ChannelActorHost(new ChannelHostOptions { LoggerFactory = loggers });

    internal Action<IActorRef<ToPlacement>>? PlacementStarted { get; private set; }

    internal Func<ITrialProgramRunner> ProcessRunnerFactory { get; set; }

    internal ProcessRunnerOptions Processes { get; private set; } = new();

    internal string RecordsFolder =>
        Path.GetFullPath(Processes.RecordsFolder ?? Path.Combine(Folder, ".processes"));

    /// <summary>Keeps journals in one SQLite file.</summary>
    /// <param name="path">The file; it is created when it does not exist.</param>
    /// <param name="options">Durability and limits.</param>
    public ActorTuneOptions UseSqlite(string path, SqliteJournalOptions? options = null) =>
        UseJournal(() => new SqliteStudyJournal(path, options ?? new SqliteJournalOptions()));

    /// <summary>Keeps journals in memory: they end with the process. This is the default.</summary>
    public ActorTuneOptions UseInMemory() => UseJournal(() => new InMemoryStudyJournal());

    /// <summary>Keeps journals elsewhere.</summary>
    /// <param name="factory">Opens the journal; called once.</param>
    public ActorTuneOptions UseJournal(Func<IStudyJournal> factory)
    {
        JournalFactory = factory;
        return this;
    }

    /// <summary>
    /// Sets how commands and isolated functions run in processes of their own. Commands run
    /// without it too; functions can be isolated once there is a launcher.
    /// </summary>
    /// <param name="options">Launcher, folder of records and limits.</param>
    public ActorTuneOptions UseProcesses(ProcessRunnerOptions? options = null)
    {
        Processes = options ?? new ProcessRunnerOptions();
        ProcessRunnerFactory = CreateProcessRunner;
        return this;
    }

    /// <summary>Runs the engine's actors elsewhere than on the thread pool.</summary>
    /// <param name="factory">Makes their host; called once. The engine disposes it.</param>
    public ActorTuneOptions UseActorHost(Func<ILoggerFactory, IActorHost> factory)
    {
        HostFactory = factory;
        return this;
    }

    /// <summary>Trains nothing in this process: workers elsewhere join and leave.</summary>
    /// <param name="started">
    /// Gets the address to which workers send <see cref="WorkerJoined"/>, when the engine starts.
    /// </param>
    public ActorTuneOptions UseWorkersElsewhere(Action<IActorRef<ToPlacement>> started)
    {
        PlacementStarted = started;
        return this;
    }

    /// <summary>Sets how many trials run at a time.</summary>
    public ActorTuneOptions UseSlots(int slots)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slots, 1);
        Slots = slots;
        return this;
    }

    /// <summary>Adds a trial function that studies name as their program.</summary>
    public ActorTuneOptions AddTrialFunction(string name, TrialFunction function) =>
        AddTrialProgram(name, _ => new FunctionProgram(function));

    /// <summary>Adds a trial program, made anew for every attempt.</summary>
    public ActorTuneOptions AddTrialProgram(
        string name, Func<IServiceProvider, ITrialProgram> factory)
    {
        _functions[name] = factory;
        return this;
    }

    private ProcessRunner CreateProcessRunner() =>
        new(Processes with { RecordsFolder = RecordsFolder });

    internal ITrialProgram Resolve(IServiceProvider services, string name)
    {
        if (_functions.TryGetValue(name, out Func<IServiceProvider, ITrialProgram>? factory))
            return factory(services);
        return FunctionResolver?.Invoke(name) ?? throw new InvalidOperationException(
            $"There is no trial function '{name}'. Added are: "
            + $"{(_functions.Count == 0 ? "none" : string.Join(", ", _functions.Keys.Order()))}.");
    }
}
