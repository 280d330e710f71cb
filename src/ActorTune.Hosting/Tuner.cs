using System.Reflection;
using ActorTune.Studies.Events;
using Microsoft.Extensions.Hosting;

namespace ActorTune.Hosting;

/// <summary>
/// Composes the engine in one process: the journal, the actors' host, placement, and one worker
/// unless workers elsewhere join. It starts with the first study and stops with the application.
/// </summary>
internal sealed class Tuner(
    ActorTuneOptions options, IServiceProvider services, ILoggerFactory loggers)
    : IEngine, IHostedService
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<StudyRun> _runs = [];
    private IStudyJournal? _journal;
    private IActorHost? _host;
    private IActorRef<ToPlacement>? _placement;
    private bool _isStopping;
    private int _isDisposed;

    internal static string EngineVersion { get; } =
        typeof(Tuner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <inheritdoc/>
    public async Task<IStudyRun> StartAsync(
        StudyDefinition definition, CancellationToken cancellation = default)
    {
        StudySpecification specification = definition.ToSpecification().Specification;
        IReadOnlyList<EarlierTrials> earlier = await EarlierStudies.ReadAsync(
            Journal(), definition.StartFrom, specification.SearchSpace, cancellation)
            .ConfigureAwait(false);
        return await StartAsync(specification, earlier, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IStudyRun> StartAsync(
        StudySpecification specification, CancellationToken cancellation = default) =>
        StartAsync(specification, [], cancellation);

    /// <inheritdoc/>
    public async Task<IStudyRun> StartAsync(
        StudySpecification specification,
        IReadOnlyList<EarlierTrials> earlier,
        CancellationToken cancellation = default)
    {
        InvalidStudyException.ThrowIfAny(
            [
                .. specification.Check(),
                .. StandardStrategies.Instance.Check(specification),
                .. CheckSlots(specification),
            ]);
        var opening = new Opening(
            specification, null, [.. earlier.SelectMany(study => study.Trials)]);
        return await OpenAsync(specification.Study, opening, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IStudyRun> ResumeAsync(
        StudyId study, StopConditions? stop = null, CancellationToken cancellation = default)
    {
        if (stop is not null)
        {
            StudyState recorded = await ReadAsync(study, cancellation).ConfigureAwait(false);
            StudySpecification changed = recorded.Specification with { Stop = stop };
            InvalidStudyException.ThrowIfAny(changed.Check());
        }

        return await OpenAsync(study, new Opening(null, stop, []), cancellation)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ForkOutcome> ForkAsync(
        StudyId parent,
        SequenceNumber at,
        StudySpecification specification,
        CancellationToken cancellation = default) => StudyForks.ForkAsync(
            Journal(), options.Folder, parent, at, specification, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StudyListing>> ListAsync(
        CancellationToken cancellation = default) =>
        await Journal().ListAsync(cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<StudyState> ReadAsync(
        StudyId study, CancellationToken cancellation = default)
    {
        StudyState state =
            await JournalFold.ReadAsync(Journal(), study, cancellation).ConfigureAwait(false);
        return state.Phase == StudyPhase.Empty
            ? throw await NotFoundAsync(study, cancellation).ConfigureAwait(false)
            : state;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        StudyRun[] runs;
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            _isStopping = true;
            runs = [.. _runs];
        }
        finally
        {
            _gate.Release();
        }

        await InterruptAsync(runs, cancellationToken).ConfigureAwait(false);
        await DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        if (_host is not null)
            await _host.DisposeAsync().ConfigureAwait(false);
        foreach (StudyRun run in _runs)
            await run.CloseAsync().ConfigureAwait(false);
        if (_journal is not null)
            await _journal.DisposeAsync().ConfigureAwait(false);
        _gate.Dispose();
    }

    private IEnumerable<Problem> CheckSlots(StudySpecification specification)
    {
        int atATime = options.Slots / Math.Max(1, specification.SlotsPerTrial);
        if (specification.Strict is { } strict && !specification.Program.Resumes
            && atATime < strict.Slots)
            yield return new Problem(
                "reproducible.slots",
                $"{strict.Slots} logical slots of a program that does not resume need as many of "
                    + $"the machine, and it runs {atATime} trials at a time: use more slots, or "
                    + "save checkpoints and set Resumes");
    }

    private async Task InterruptAsync(StudyRun[] runs, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.StopTimeout);
        foreach (StudyRun run in runs)
            await run.InterruptAsync(atOnce: false).ConfigureAwait(false);
        foreach (StudyRun run in runs)
            await run.WhenRestedAsync(patience.Token).ConfigureAwait(false);
    }

    private IStudyJournal Journal() => _journal ??= options.JournalFactory();

    private async Task<StudyRun> OpenAsync(
        StudyId study, Opening opening, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isStopping, this);
            return await OpenLockedAsync(study, opening, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<StudyRun> OpenLockedAsync(
        StudyId study, Opening opening, CancellationToken cancellation)
    {
        IStudyJournal journal = Journal();
        IStudyJournalWriter writer =
            await journal.OpenWriterAsync(study, cancellation).ConfigureAwait(false);
        try
        {
            bool exists = writer.Head != SequenceNumber.None;
            if (exists && opening.Specification is not null)
                throw new StudyExistsException(study);
            if (!exists && opening.Specification is null)
                throw await NotFoundAsync(study, cancellation).ConfigureAwait(false);
            StudyRun run = Spawn(journal, writer, study, opening);
            _runs.Add(run);
            return run;
        }
        catch
        {
            await writer.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<StudyNotFoundException> NotFoundAsync(
        StudyId study, CancellationToken cancellation)
    {
        IReadOnlyList<StudyListing> known = await ListAsync(cancellation).ConfigureAwait(false);
        return new StudyNotFoundException(study, known.Select(listing => listing.Study));
    }

    private StudyRun Spawn(
        IStudyJournal journal, IStudyJournalWriter writer, StudyId study, Opening opening)
    {
        IActorHost host = Host();
        var setup = new StudySetup
        {
            Study = study,
            Specification = opening.Specification,
            ChangedStop = opening.ChangedStop,
            Imported = opening.Imported,
            Journal = journal,
            Writer = writer,
            Catalog = StandardStrategies.Instance,
            Placement = _placement!,
            EngineVersion = EngineVersion,
        };
        return new StudyRun(host, journal, writer, setup);
    }

    private IActorHost Host()
    {
        if (_host is not null)
            return _host;
        _host = options.HostFactory(loggers);
        _placement = _host.Spawn("placement", () => new PlacementActor());
        if (options.PlacementStarted is { } started)
            started(_placement);
        else
            EngineParts.SpawnWorker(_host, _placement, options, services, loggers);
        return _host;
    }

    /// <summary>What is created, or what changes where a study goes on.</summary>
    private sealed record Opening(
        StudySpecification? Specification,
        StopConditions? ChangedStop,
        IReadOnlyList<TrialImported> Imported);
}
