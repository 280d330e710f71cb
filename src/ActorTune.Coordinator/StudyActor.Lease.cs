namespace ActorTune.Coordinator;

/// <content>How long a worker may take to come back with the attempts that it had.</content>
public sealed partial class StudyActor
{
    private const string LeaseTimer = "lease";

    // Attempts of which nobody here knows whether their worker has them: recovered ones, and those
    // placed on a worker that had not been heard of yet.
    private readonly HashSet<AttemptId> _unsettled = [];

    private bool _isLeaseRunning;

    private void StartLease()
    {
        if (_unsettled.Count == 0 || _isLeaseRunning)
            return;
        _isLeaseRunning = true;
        Context.StartTimer(LeaseTimer, _setup.Lease, new LeaseOver());
    }

    // A worker that is here but has not told what it runs is asked again; one that is not here
    // has lost what it ran. Should it come back after all, its attempts are fenced.
    private void EndLease()
    {
        _isLeaseRunning = false;
        foreach (WorkerId here in _workers.Keys
            .OrderBy(worker => worker.Name, StringComparer.Ordinal).ToArray())
            List(here);
        foreach (PlacedAttempt placed in Gate.Placed.ToArray())
        {
            if (!_workers.ContainsKey(placed.Worker) && _unsettled.Remove(placed.Attempt))
                Gate.Handle(new LoseAttempt(placed.Attempt), Now);
        }

        _unsettled.IntersectWith(Gate.Placed.Select(placed => placed.Attempt));
        StartLease();
    }

    private void List(WorkerId worker)
    {
        Epoch epoch = State.Epoch;
        _workers[worker].Tell(new ListTrials(
            _setup.Study,
            epoch,
            Context.Self.Map<RunningTrials, StudyMessage>(said => new WorkerListed(said, epoch)),
            ReportsOf(worker)));
    }
}
