using ActorTune.Worker.Checkpoints;

namespace ActorTune.Worker;

/// <summary>
/// A machine that trains. It passes every attempt to its first slot, refuses what an older epoch
/// of a study says, and tells which attempts run.
/// </summary>
public sealed class WorkerActor : Actor<ToWorker>
{
    private readonly WorkerSetup _setup;
    private readonly List<IActorRef<SlotMessage>> _slots = [];
    private readonly Dictionary<(StudyId Study, AttemptId Attempt), IActorRef<SlotMessage>>
        _running = [];
    private readonly Dictionary<StudyId, Epoch> _epochs = [];

    /// <summary>Creates the actor.</summary>
    /// <param name="setup">What it needs.</param>
    public WorkerActor(WorkerSetup setup) => _setup = setup;

    /// <inheritdoc/>
    protected override void OnStarted()
    {
        for (int slot = 0; slot < _setup.SlotCount; slot++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"slot-{slot}");
            _slots.Add(Context.Spawn(name, () => new DeviceSlotActor(_setup, Context.Self)));
        }

        _setup.Placement.Tell(new WorkerJoined(_setup.Worker, Context.Self, _setup.SlotCount));
    }

    /// <inheritdoc/>
    protected override void Receive(ToWorker message)
    {
        if (message is WorkerNotice notice)
        {
            Handle(notice);
            return;
        }

        if (_epochs.TryGetValue(message.Study, out Epoch newest) && message.Epoch < newest)
            return;
        _epochs[message.Study] = message.Epoch;
        Handle(message);
    }

    private void Handle(WorkerNotice notice)
    {
        if (notice is TrialGone gone)
            _running.Remove((gone.OfStudy, gone.Attempt));
        else if (notice is CheckpointDeleted { Error: { } error } deleted)
            Context.Logger.LogWarning(
                error, "Checkpoint folder {Folder} was not deleted.", deleted.Folder);
    }

    private void Handle(ToWorker message)
    {
        switch (message)
        {
            case BeginTrial begin:
                Begin(begin);
                break;
            case InstructTrial instruct:
                if (_running.TryGetValue((instruct.Study, instruct.Attempt), out var at))
                    at.Tell(new InstructSlot(instruct));
                break;
            case InterruptStudy interrupt:
                foreach (IActorRef<SlotMessage> slot in _slots)
                    slot.Tell(new InterruptSlot(interrupt.Study, interrupt.AtOnce));
                break;
            case DropTrialCheckpoint drop:
                Delete(_setup.Folders.Of(drop.Study, drop.Checkpoint));
                break;
            case ListTrials list:
                List(list);
                break;
            default:
                throw new InvalidOperationException($"Unknown message {message.GetType().Name}.");
        }
    }

    private void Begin(BeginTrial begin)
    {
        IActorRef<SlotMessage> slot = _slots[begin.Begin.Slots[0]];
        if (_running.TryAdd((begin.Study, begin.Begin.Attempt), slot))
            slot.Tell(new BeginSlot(begin));
    }

    private void List(ListTrials list)
    {
        AttemptId[] running = [.. _running.Keys
            .Where(key => key.Study == list.Study)
            .Select(key => key.Attempt)
            .OrderBy(attempt => attempt.Trial)];
        foreach (AttemptId attempt in running)
            _running[(list.Study, attempt)].Tell(new RedirectSlot(list.Study, list.ReportTo));
        list.ReplyTo.Tell(new RunningTrials(_setup.Worker, running));
    }

    // Deleting may take long on a slow disk, and failing to delete costs nothing but space.
    private void Delete(string folder) => Context.PipeToSelf(
        _ =>
        {
            DroppedCheckpoint.Delete(folder);
            return ValueTask.FromResult(true);
        },
        result => new CheckpointDeleted(folder, result.Error));
}
