namespace ActorTune.Hosting;

/// <summary>
/// Makes the engine's parts one by one, for modules that spread them over processes. Applications
/// use <c>AddActorTune</c> instead.
/// </summary>
public static class EngineParts
{
    /// <summary>Makes the part that decides: journal, studies and the placement of slots.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="services">What trial programs are made from.</param>
    /// <param name="loggers">Where it logs.</param>
    public static IEngine CreateEngine(
        ActorTuneOptions options, IServiceProvider services, ILoggerFactory loggers) =>
        new Tuner(options, services, loggers);

    /// <summary>Starts the part that trains, after programs that an earlier one left are ended.
    /// </summary>
    /// <param name="host">Where its actors live.</param>
    /// <param name="placement">Whom to offer the slots to.</param>
    /// <param name="options">Name, slots, folder and programs.</param>
    /// <param name="services">What trial programs are made from.</param>
    /// <param name="loggers">Where it logs.</param>
    public static IActorRef<ToWorker> SpawnWorker(
        IActorHost host,
        IActorRef<ToPlacement> placement,
        ActorTuneOptions options,
        IServiceProvider services,
        ILoggerFactory loggers)
    {
        var setup = new WorkerSetup
        {
            Worker = new WorkerId(options.Worker),
            SlotCount = options.Slots,
            Folders = new TrialFolders(Path.GetFullPath(options.Folder)),
            Runner = new ProgramRunner(
                new InProcessRunner(name => options.Resolve(services, name)),
                options.ProcessRunnerFactory()),
            Placement = placement,
        };
        LeftoverPrograms.End(options.RecordsFolder, loggers);
        return host.Spawn("worker", () => new WorkerActor(setup));
    }
}
