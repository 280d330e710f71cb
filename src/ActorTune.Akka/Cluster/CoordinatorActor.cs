using ActorTune.Hosting;
using ActorTune.Protocol;
using Akka.Actor;

namespace ActorTune.Akka.Cluster;

/// <summary>
/// The one coordinator of a cluster. When it is told to hand over, it lets go of journal and
/// studies and interrupts no trial: the next one adopts what runs.
/// </summary>
internal sealed partial class CoordinatorActor : ReceiveActor, IWithTimers
{
    private readonly CoordinatorOptions _options;
    private readonly IServiceProvider _services;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _log;
    private IEngine? _engine;
    private bool _isBusy;
    private bool _isHandingOver;

    public CoordinatorActor(
        CoordinatorOptions options, IServiceProvider services, ILoggerFactory loggers)
    {
        _options = options;
        _services = services;
        _loggers = loggers;
        _log = loggers.CreateLogger(typeof(CoordinatorActor).FullName!);
        Receive<OpenStudies>(_ => Open());
        Receive<PlacementStarted>(started => Context.ActorOf(
            Props.Create(() => new WorkerDesk(started.Placement, options.CallEvery))));
        Receive<StudiesOpened>(OnOpened);
        Receive<OpeningFailed>(OnFailed);
        Receive<EngineClosed>(_ => OnClosed());
        Receive<HandOver>(_ => OnHandOver());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => Self.Tell(OpenStudies.Instance);

    // Where the actor system goes down without a hand-over, the journal is let go of all the same.
    protected override void PostStop() => _ = _engine?.DisposeAsync().AsTask();

    private void Open()
    {
        AkkaRef self = Self;
        AkkaSystem system = Context.System;
        var tune = new ActorTuneOptions();
        _options.Configure(tune);
        tune.UseActorHost(loggers => new AkkaActorHost(
            system, new AkkaHostOptions { LoggerFactory = loggers }));
        tune.UseWorkersElsewhere(
            placement => self.Tell(new PlacementStarted(placement), ActorRefs.NoSender));
        IEngine engine = EngineParts.CreateEngine(tune, _services, _loggers);
        _engine = engine;
        _isBusy = true;
        OpenAsync(engine, _options.Studies).PipeTo(
            self,
            success: runs => new StudiesOpened(runs),
            failure: error => new OpeningFailed(error));
    }

    private void OnOpened(StudiesOpened opened)
    {
        _isBusy = false;
        if (_isHandingOver)
            Close();
        else
            _options.Opened?.Invoke(new ClusterStudies(_engine!, opened.Runs));
    }

    private void OnFailed(OpeningFailed failed)
    {
        CouldNotOpen(failed.Error, _options.RetryAfter);
        Close();
    }

    private void OnHandOver()
    {
        _isHandingOver = true;
        if (!_isBusy)
            Close();
    }

    private void Close()
    {
        _isBusy = true;
        foreach (AkkaRef desk in Context.GetChildren())
            Context.Stop(desk);
        Task closing = _engine?.DisposeAsync().AsTask() ?? Task.CompletedTask;
        _engine = null;
        closing.PipeTo(
            Self,
            success: () => EngineClosed.Instance,
            failure: _ => EngineClosed.Instance);
    }

    private void OnClosed()
    {
        _isBusy = false;
        if (_isHandingOver)
            Context.Stop(Self);
        else
            Timers.StartSingleTimer(
                nameof(OpenStudies), OpenStudies.Instance, _options.RetryAfter);
    }

    private static async Task<IReadOnlyList<IStudyRun>> OpenAsync(
        IEngine engine, IReadOnlyList<StudyDefinition> studies)
    {
        var known = (await engine.ListAsync().ConfigureAwait(false))
            .Select(listing => listing.Study).ToHashSet();
        var runs = new List<IStudyRun>();
        foreach (StudyDefinition study in studies)
        {
            if (!known.Contains(study.Study))
                runs.Add(await engine.StartAsync(study).ConfigureAwait(false));
            else if (!await HasEndedAsync(engine, study).ConfigureAwait(false))
                runs.Add(await engine.ResumeAsync(study.Study).ConfigureAwait(false));
        }

        return runs;
    }

    private static async Task<bool> HasEndedAsync(IEngine engine, StudyDefinition study) =>
        (await engine.ReadAsync(study.Study).ConfigureAwait(false)).Phase
            == Studies.StudyPhase.Finished;

    [LoggerMessage(1, LogLevel.Warning,
        "The coordinator could not open its studies; it tries again after {Delay}")]
    private partial void CouldNotOpen(Exception cause, TimeSpan delay);

    /// <summary>Sent by the singleton's manager when another node is to take over.</summary>
    internal sealed class HandOver
    {
        public static HandOver Instance { get; } = new();
    }

    private sealed class OpenStudies
    {
        public static OpenStudies Instance { get; } = new();
    }

    private sealed class EngineClosed
    {
        public static EngineClosed Instance { get; } = new();
    }

    private sealed record PlacementStarted(IActorRef<ToPlacement> Placement);

    private sealed record StudiesOpened(IReadOnlyList<IStudyRun> Runs);

    private sealed record OpeningFailed(Exception Error);
}
