namespace ActorTune.Coordinator;

/// <content>What passes between the study and its workers.</content>
public sealed partial class StudyActor
{
    private readonly List<OfferState> _withdrawn = [];

    private void Handle(FromWorker message, WorkerId worker)
    {
        switch (message)
        {
            case TrialBegan began:
                Gate.Handle(new StartAttempt(began.Attempt, began.Process), Now);
                break;
            case TrialReported reported:
                Handle(reported, worker);
                break;
            case TrialEnded ended:
                var end = new EndAttempt(ended.Attempt, ended.End, ended.Message);
                AnswerLate(
                    Gate.End(end, ended.Checkpoint, ended.Reports, Now), ended.Attempt, worker);
                break;
            default:
                throw new InvalidOperationException($"Unknown message {message.GetType().Name}.");
        }
    }

    private void Handle(TrialReported reported, WorkerId worker)
    {
        var report = new ReportMeasurement(
            reported.Attempt, reported.Report, reported.Resource, reported.Metrics);
        AnswerLate(
            Gate.Report(report, reported.Checkpoint, Now), reported.Attempt, worker);
    }

    // To whoever said it: the trial's latest attempt may run elsewhere by now.
    private void AnswerLate(Acceptance acceptance, AttemptId attempt, WorkerId worker)
    {
        if (acceptance == Acceptance.Late)
            AnswerStanding(attempt, worker);
    }

    // Even an answer to an old report waits for the next commit: what it acknowledges may not be
    // durable yet. It is made now, so that it acknowledges nothing that comes later.
    private void AnswerStanding(AttemptId attempt, WorkerId worker)
    {
        if (Gate.Standing(attempt) is not { } standing)
            return;
        InstructAttempt answer = standing with { Worker = worker };
        _held.Add(() => LetOut(answer));
    }

    private void LetOut(StudyBatch batch, Action[] held)
    {
        foreach (StudyEffect effect in batch.Effects)
            LetOut(effect);
        foreach (Action action in held)
            action();
    }

    private void LetOut(StudyEffect effect)
    {
        switch (effect)
        {
            case BeginAttempt begin:
                Begin(begin);
                break;
            case InstructAttempt instruct:
                Tell(instruct.Worker, new InstructTrial(
                    _setup.Study,
                    State.Epoch,
                    instruct.Attempt,
                    instruct.Report,
                    instruct.Instruction,
                    instruct.Until));
                break;
            case DropCheckpoint drop:
                Tell(drop.Worker, new DropTrialCheckpoint(
                    _setup.Study, State.Epoch, drop.Checkpoint));
                break;
            case AnnounceEnd:
                break;
            default:
                throw new InvalidOperationException($"Unknown effect {effect.GetType().Name}.");
        }
    }

    private void Begin(BeginAttempt begin)
    {
        if (!_workers.ContainsKey(begin.Worker))
        {
            _unsettled.Add(begin.Attempt);
            StartLease();
        }

        Tell(begin.Worker, new BeginTrial(
            _setup.Study,
            State.Epoch,
            begin,
            State.Specification.Program,
            State.Objective.Metric,
            State.Specification.ResourceUnit,
            ReportsOf(begin.Worker)));
    }

    private IActorRef<FromWorker> ReportsOf(WorkerId worker) =>
        Context.Self.Map<FromWorker, StudyMessage>(said => new WorkerSaid(said, worker));

    // A worker that is gone is reported by placement; what it was told meanwhile is moot.
    private void Tell(WorkerId worker, ToWorker message)
    {
        if (worker.Name is not null && _workers.TryGetValue(worker, out var address))
            address.Tell(message);
    }

    // What was offered to an earlier instance is not ours; a lost worker is lost to all.
    private void Handle(PlacementSaid said)
    {
        if (said.Epoch == State.Epoch || said.Message is WorkerLost)
            Handle(said.Message);
    }

    private void Handle(FromPlacement message)
    {
        switch (message)
        {
            case WorkerAvailable available:
                Meet(available);
                break;
            case WorkerLost lost:
                _workers.Remove(lost.Worker);
                Gate.LoseWorker(lost.Worker, Now);
                break;
            case SlotsOffered offered when !_isInterrupting:
                Gate.Handle(
                    new OfferPlacement(Gate.NextOffer, offered.Worker, offered.Slots), Now);
                break;
            case SlotsOffered offered:
                Return(offered.Worker, offered.Slots);
                break;
            case SlotsWanted wanted:
                GiveBack(wanted.Worker);
                break;
            default:
                throw new InvalidOperationException($"Unknown message {message.GetType().Name}.");
        }
    }

    private void Meet(WorkerAvailable available)
    {
        _workers[available.Worker] = available.Address;
        List(available.Worker);
    }

    // A list that an earlier instance asked for says nothing about what runs now.
    private void Settle(WorkerListed listed)
    {
        if (listed.Epoch != State.Epoch)
            return;
        WorkerId worker = listed.Running.Worker;
        var alive = listed.Running.Attempts.ToHashSet();
        foreach (PlacedAttempt placed in Gate.Placed)
        {
            if (placed.Worker == worker)
                Settle(placed, alive.Remove(placed.Attempt));
        }

        foreach (AttemptId stray in alive)
            AnswerStanding(stray, worker);

        // What was freed and used again before this list came is held as well.
        int[] held = [.. Gate.Offers.Values
            .Where(offer => offer.Worker == worker)
            .SelectMany(offer => offer.Slots)];
        _setup.Placement.Tell(new WorkerSettled(_setup.Study, worker, held));
    }

    // Each is judged once: the list may be older than what the worker was told since.
    private void Settle(PlacedAttempt placed, bool isAlive)
    {
        if (!_unsettled.Remove(placed.Attempt))
            return;
        if (!isAlive || !Gate.Offers.ContainsKey(placed.Offer))
            Gate.Handle(new LoseAttempt(placed.Attempt), Now);
        AnswerStanding(placed.Attempt, placed.Worker);
    }

    private void GiveBack(WorkerId worker)
    {
        OfferState? offer = Gate.Offers.Values
            .Where(held => held.Worker == worker && !held.IsWithdrawn)
            .OrderBy(held => held.Trial is not null)
            .ThenBy(held => held.Offer)
            .FirstOrDefault();
        if (offer is null)
            return;
        Gate.Handle(new WithdrawPlacement(offer.Offer), Now);
        _withdrawn.Add(offer);
    }

    private void ReturnWithdrawn()
    {
        for (int i = _withdrawn.Count - 1; i >= 0; i--)
        {
            OfferState offer = _withdrawn[i];
            if (Gate.Offers.ContainsKey(offer.Offer))
                continue;
            _withdrawn.RemoveAt(i);
            Return(offer.Worker, offer.Slots);
        }
    }

    private void Return(WorkerId worker, IReadOnlyList<int> slots) =>
        _setup.Placement.Tell(new SlotsReturned(_setup.Study, worker, slots));

    private void Interrupt(bool atOnce)
    {
        _isInterrupting = true;
        foreach (OfferId offer in Gate.Offers.Keys.ToArray())
            Gate.Handle(new WithdrawPlacement(offer), Now);
        foreach (WorkerId worker in _workers.Keys)
            Tell(worker, new InterruptStudy(_setup.Study, State.Epoch, atOnce));
        EndIfDone();
    }

    private void EndIfDone()
    {
        ReturnWithdrawn();
        if (_isCommitting || Engine.PendingCount > 0)
            return;
        if (State.Phase == StudyPhase.Finished)
            End(new StudyOutcome(true, State.EndReason, State.FinalBest));
        else if (_isInterrupting && Gate.Placed.Count == 0)
            End(new StudyOutcome(false, null, BestTrials.Best(State)?.Number)
            {
                HeldReason = State.HeldReason,
            });
    }

    private void End(StudyOutcome outcome)
    {
        _setup.Completion.TrySetResult(outcome);
        Context.Stop();
    }
}
