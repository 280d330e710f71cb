namespace ActorTune.Coordinator;

/// <summary>
/// Gives the device slots of all workers to the open studies: a free slot goes to the study that
/// holds least for its turn, and a study that holds more than its share is asked for one back.
/// </summary>
public sealed class PlacementActor : Actor<ToPlacement>
{
    private readonly SortedDictionary<string, WorkerSlots> _workers = new(StringComparer.Ordinal);
    private readonly List<StudySeat> _studies = [];

    /// <inheritdoc/>
    protected override void Receive(ToPlacement message)
    {
        switch (message)
        {
            case WorkerJoined joined:
                Join(joined);
                break;
            case WorkerGone gone:
                Lose(gone.Worker);
                break;
            case StudyOpened opened:
                Open(opened);
                break;
            case WorkerSettled settled:
                Settle(settled);
                break;
            case SlotsReturned returned:
                Return(returned);
                break;
            case StudyClosed closed:
                Close(closed.Study);
                break;
            default:
                throw new InvalidOperationException($"Unknown message {message.GetType().Name}.");
        }

        Offer();
        AskBack();
    }

    private void Join(WorkerJoined joined)
    {
        Lose(joined.Worker);
        _workers[joined.Worker.Name] = new WorkerSlots(joined.Address, joined.SlotCount);
        Context.Watch(joined.Address, new WorkerGone(joined.Worker));
        foreach (StudySeat study in _studies)
            study.Address.Tell(new WorkerAvailable(joined.Worker, joined.Address));
    }

    private void Lose(WorkerId worker)
    {
        if (!_workers.Remove(worker.Name, out WorkerSlots? lost))
            return;
        // The end of one whose name has joined again says nothing about the one that is there.
        Context.Unwatch(lost.Address);
        foreach (StudySeat study in _studies)
        {
            study.SettledWorkers.Remove(worker.Name);
            study.Address.Tell(new WorkerLost(worker));
        }
    }

    private void Open(StudyOpened opened)
    {
        Close(opened.Study);
        _studies.Add(new StudySeat(opened.Study, opened.Address, opened.SlotsPerTrial));
        foreach ((string name, WorkerSlots worker) in _workers)
            opened.Address.Tell(new WorkerAvailable(new WorkerId(name), worker.Address));
    }

    private void Settle(WorkerSettled settled)
    {
        if (Find(settled.Study) is not { } study
            || !_workers.TryGetValue(settled.Worker.Name, out WorkerSlots? worker))
            return;
        study.SettledWorkers.Add(settled.Worker.Name);
        foreach (int slot in settled.HeldSlots)
            worker.Owners[slot] = settled.Study;
    }

    private void Return(SlotsReturned returned)
    {
        if (!_workers.TryGetValue(returned.Worker.Name, out WorkerSlots? worker))
            return;
        if (Find(returned.Study) is { } study)
            study.AskedBack = Math.Max(0, study.AskedBack - 1);
        foreach (int slot in returned.Slots)
        {
            if (worker.Owners[slot] == returned.Study)
                worker.Owners[slot] = null;
        }
    }

    private void Close(StudyId id)
    {
        _studies.RemoveAll(study => study.Study == id);
        foreach (WorkerSlots worker in _workers.Values)
        {
            for (int slot = 0; slot < worker.Owners.Length; slot++)
            {
                if (worker.Owners[slot] == id)
                    worker.Owners[slot] = null;
            }
        }
    }

    private StudySeat? Find(StudyId id) => _studies.Find(study => study.Study == id);

    private int HeldBy(StudySeat study) =>
        _workers.Values.Sum(worker => worker.Owners.Count(owner => owner == study.Study));

    private void Offer()
    {
        foreach ((string name, WorkerSlots worker) in _workers)
        {
            while (NextFor(name, worker) is { } study)
            {
                int[] slots = [.. worker.Free().Take(study.SlotsPerTrial)];
                foreach (int slot in slots)
                    worker.Owners[slot] = study.Study;
                study.Address.Tell(new SlotsOffered(new WorkerId(name), slots));
            }
        }
    }

    private StudySeat? NextFor(string name, WorkerSlots worker)
    {
        int free = worker.Free().Count();
        return free == 0
            ? null
            : _studies
                .Where(study => study.SettledWorkers.Contains(name) && study.SlotsPerTrial <= free)
                .MinBy(HeldBy);
    }

    private void AskBack()
    {
        if (_studies.Count < 2)
            return;
        int total = _workers.Values.Sum(worker => worker.Owners.Length);
        int share = Math.Max(1, total / _studies.Count);
        bool isOneShort = _studies.Any(study => HeldBy(study) < share);
        foreach (StudySeat study in _studies)
        {
            int over = (HeldBy(study) - share) / study.SlotsPerTrial - study.AskedBack;
            for (; isOneShort && over > 0; over--)
            {
                study.AskedBack++;
                study.Address.Tell(new SlotsWanted(WorkerOf(study)));
            }
        }
    }

    private WorkerId WorkerOf(StudySeat study) => new(_workers
        .MaxBy(pair => pair.Value.Owners.Count(owner => owner == study.Study)).Key);
}
