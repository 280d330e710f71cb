using ActorTune.Coordinator.Projections;

namespace ActorTune.Coordinator;

/// <summary>
/// Runs one study: takes in what arrives, decides on it at once, makes everything that gathered
/// while the last commit was in flight durable in the next one, and only then lets effects out.
/// </summary>
/// <remarks>
/// When a commit fails or its answer is lost, the actor throws its state away and recovers from
/// the journal. When another writer's epoch is newer it ends for good.
/// </remarks>
public sealed partial class StudyActor : Actor<StudyMessage>
{
    private const string WallTimer = "wall-time";

    private readonly StudySetup _setup;
    private readonly Dictionary<WorkerId, IActorRef<ToWorker>> _workers = [];
    private readonly List<Action> _held = [];
    private readonly List<StudyMessage> _early = [];
    private RecoveredStudy? _study;
    private IActorRef<ToSuggestion>? _sampler;
    private bool _isCommitting;
    private bool _isOpen;
    private bool _isInterrupting;
    private (IReadOnlyList<SuggestionStep> Steps, Action[] Held) _inFlight = ([], []);

    /// <summary>Creates the actor.</summary>
    /// <param name="setup">What it needs; the same for every instance.</param>
    public StudyActor(StudySetup setup) => _setup = setup;

    private StudyEngine Engine => _study!.Engine;

    private StudyState State => _study!.Engine.State;

    private DateTimeOffset Now => Context.Time.GetUtcNow();

    /// <inheritdoc/>
    protected override void OnStarted() => Context.PipeToSelf(
        cancellation => RecoveredStudy.Read(_setup, cancellation),
        result => result.Match<StudyMessage>(
            study => new StudyRecovered(study), error => new RecoveryFailed(error)));

    /// <inheritdoc/>
    protected override void OnRestarting(Exception cause) => _setup.LastError = cause;

    /// <inheritdoc/>
    protected override void OnStopped()
    {
        _setup.Placement.Tell(new StudyClosed(_setup.Study));
        if (_setup.LastError is { } error)
            _setup.Completion.TrySetException(error);
        else
            _setup.Completion.TrySetResult(new StudyOutcome(false, null, null));
    }

    /// <inheritdoc/>
    protected override void Receive(StudyMessage message)
    {
        switch (message)
        {
            case StudyRecovered recovered:
                Recover(recovered.Study);
                break;
            case RecoveryFailed failed:
                throw Fail(failed.Error);
            default:
                if (_study is null)
                    _early.Add(message);
                else
                    Handle(message);
                break;
        }

        Commit();
    }

    private void Recover(RecoveredStudy study)
    {
        _study = study;
        _unsettled.UnionWith(State.Running.Select(number => State.Trial(number).Attempt));
        bool isNew = State.Phase == StudyPhase.Empty;
        if (isNew)
            Create();
        ISampler sampler = study.Sampler ?? _setup.Catalog.SamplerOf(State.Specification);
        _sampler = Context.Spawn(
            "suggestion",
            () => new SuggestionActor(sampler, Context.Self),
            new ActorOptions { Supervision = SupervisionStrategy.Escalate });
        RecordOpening(sampler);
        foreach (TrialImported imported in isNew ? _setup.Imported : [])
            Engine.Record(imported, Now);
        if (_setup.ChangedStop is { } stop && stop != State.Specification.Stop)
            Change(stop);
        foreach (StudyMessage message in _early)
            Handle(message);
        _early.Clear();
    }

    private void RecordOpening(ISampler sampler) => Engine.Record(
        new CoordinatorStarted(
            _setup.Writer.LastEpoch.Next, _setup.EngineVersion, State.VersionsWith(sampler)),
        Now);

    private void Change(StopConditions stop)
    {
        if (Engine.Handle(new ChangeStopConditions(stop), Now) is Acceptance.Refused refused)
            throw Fail(new InvalidOperationException(refused.Reason));
    }

    private void Create()
    {
        StudySpecification specification = _setup.Specification
            ?? throw Fail(new InvalidOperationException(
                $"There is no study '{_setup.Study}' in the journal, nor one to create."));
        Engine.Record(new StudyCreated(specification), Now);
    }

    private Exception Fail(Exception error)
    {
        _setup.LastError = error;
        return error;
    }

    private void Handle(StudyMessage message)
    {
        switch (message)
        {
            case WorkerSaid said:
                Handle(said.Message, said.Worker);
                break;
            case PlacementSaid said:
                Handle(said);
                break;
            case WorkerListed listed:
                Settle(listed);
                break;
            case SuggestionReady ready:
                if (_study!.Suggestions.Arrive(ready.Wanted, ready.Suggestion))
                    Engine.DecideAll(Now);
                break;
            case SuggestionFailed failed:
                GiveUp(failed.Error);
                break;
            case BatchCommitted committed:
                Committed(committed);
                break;
            case BatchFailed failed:
                throw Fail(failed.Error);
            case PersonSaid said:
                Handle(said);
                break;
            case DescribeStudy describe:
                describe.ReplyTo.Tell(StudySummary.Of(State, Now));
                break;
            case InterruptRequested interrupt:
                Interrupt(interrupt.AtOnce);
                break;
            case WallTimeOver:
                Engine.Handle(new ReachWallTime(), Now);
                break;
            case LeaseOver:
                EndLease();
                break;
            default:
                throw new InvalidOperationException($"Unknown message {message.GetType().Name}.");
        }
    }

    private void Handle(PersonSaid said)
    {
        Acceptance acceptance = Engine.Handle(said.Command, Now);
        _held.Add(() => said.ReplyTo.Tell(acceptance));
        StartWallTimer();
    }

    private void Commit()
    {
        if (_isCommitting || _study is null)
            return;
        Action[] held = [.. _held];
        _held.Clear();
        StudyBatch batch = Engine.TakeBatch();
        if (batch.Events.Count == 0)
        {
            LetOut(batch, held);
            return;
        }

        _isCommitting = true;
        IReadOnlyList<SuggestionStep> steps = _study.Suggestions.TakeSteps();
        JournalEntry last = batch.Events[^1];
        Context.PipeToSelf(
            cancellation => _setup.Writer.AppendAsync(
                last.Epoch,
                new SequenceNumber(batch.Events[0].Sequence.Value - 1),
                batch.Events,
                cancellation),
            result => result.Match<StudyMessage>(
                outcome => new BatchCommitted(batch, outcome), error => new BatchFailed(error)));
        _inFlight = (steps, held);
    }

    private void Committed(BatchCommitted committed)
    {
        _isCommitting = false;
        switch (committed.Outcome)
        {
            case AppendOutcome.StaleEpoch:
                GiveUp(new InvalidOperationException(
                    $"Another coordinator took over study '{_setup.Study}'. This one has stopped; "
                    + "nothing it was told after that was acknowledged."));
                return;
            case AppendOutcome.Conflict:
                throw Fail(new InvalidOperationException(
                    $"The journal of study '{_setup.Study}' is not where this coordinator left "
                    + "it; recovering from the journal."));
        }

        _setup.LastError = null;
        _setup.Committed?.Invoke(committed.Batch.Events);
        if (_inFlight.Steps.Count > 0 && State.Phase != StudyPhase.Finished)
            _sampler!.Tell(new SuggestionWork(_inFlight.Steps));
        LetOut(committed.Batch, _inFlight.Held);
        if (!_isOpen)
            Open();
        EndIfDone();
    }

    private void Open()
    {
        _isOpen = true;
        StartWallTimer();
        StartLease();
        Epoch epoch = State.Epoch;
        if (State.Phase != StudyPhase.Finished && !_isInterrupting)
            _setup.Placement.Tell(new StudyOpened(
                _setup.Study,
                Context.Self.Map<FromPlacement, StudyMessage>(
                    said => new PlacementSaid(said, epoch)),
                State.Specification.SlotsPerTrial));
    }

    private void StartWallTimer()
    {
        Context.CancelTimer(WallTimer);
        if (State.Specification.Stop.WallTime is not { } most || State.Phase != StudyPhase.Running)
            return;
        TimeSpan left = most - State.ActiveTime;
        Context.StartTimer(
            WallTimer, left > TimeSpan.Zero ? left : TimeSpan.Zero, new WallTimeOver());
    }

    private void GiveUp(Exception error)
    {
        Fail(error);
        Context.Stop();
    }
}
