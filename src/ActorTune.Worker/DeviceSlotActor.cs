namespace ActorTune.Worker;

/// <summary>
/// One unit of placement. It runs one attempt at a time: the next one begins when nothing of the
/// last one runs any more, however soon it was placed.
/// </summary>
internal sealed class DeviceSlotActor(WorkerSetup setup, IActorRef<ToWorker> worker)
    : Actor<SlotMessage>
{
    private readonly Queue<BeginTrial> _next = new();
    private readonly Dictionary<(StudyId, AttemptId), InstructTrial> _early = [];
    private BeginTrial? _current;
    private IActorRef<AttemptMessage>? _attempt;

    /// <inheritdoc/>
    protected override void Receive(SlotMessage message)
    {
        switch (message)
        {
            case BeginSlot begin:
                _next.Enqueue(begin.Begin);
                break;
            case InstructSlot instruct:
                Instruct(instruct.Instruct);
                break;
            case InterruptSlot interrupt:
                Interrupt(interrupt);
                break;
            case RedirectSlot redirect:
                Redirect(redirect);
                break;
            case AttemptGone gone:
                Free(gone);
                break;
            default:
                throw new InvalidOperationException($"Unknown message {message.GetType().Name}.");
        }

        BeginNext();
    }

    private void BeginNext()
    {
        if (_current is null && _next.TryDequeue(out BeginTrial? next))
            Begin(next);
    }

    private void Free(AttemptGone gone)
    {
        _current = null;
        _attempt = null;
        worker.Tell(new TrialGone(gone.Study, gone.Attempt));
    }

    private void Begin(BeginTrial begin)
    {
        _current = begin;
        AttemptId attempt = begin.Begin.Attempt;
        _attempt = Context.Spawn(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{begin.Study.Name}-{attempt.Trial.Value}-{attempt.Number}"),
            () => new TrialAttemptActor(setup, begin),
            new ActorOptions { Supervision = SupervisionStrategy.Stop });
        Context.Watch(_attempt, new AttemptGone(begin.Study, attempt));
        if (_early.Remove((begin.Study, attempt), out InstructTrial? instruct))
            _attempt.Tell(new AttemptInstructed(instruct));
    }

    private void Instruct(InstructTrial instruct)
    {
        bool isCurrent = _current is { } current && current.Study == instruct.Study
            && current.Begin.Attempt == instruct.Attempt;
        if (isCurrent)
            _attempt!.Tell(new AttemptInstructed(instruct));
        else if (_next.Any(next => next.Study == instruct.Study
            && next.Begin.Attempt == instruct.Attempt))
            _early[(instruct.Study, instruct.Attempt)] = instruct;
    }

    private void Redirect(RedirectSlot redirect)
    {
        BeginTrial[] waiting = [.. _next];
        _next.Clear();
        foreach (BeginTrial next in waiting)
            _next.Enqueue(next.Study == redirect.Study
                ? next with { ReplyTo = redirect.ReportTo }
                : next);
        if (_current?.Study == redirect.Study)
            _attempt!.Tell(new AttemptRedirected(redirect.ReportTo));
    }

    private void Interrupt(InterruptSlot interrupt)
    {
        BeginTrial[] kept = [.. _next.Where(next => next.Study != interrupt.Study)];
        foreach (BeginTrial dropped in _next.Except(kept))
        {
            dropped.ReplyTo.Tell(new TrialEnded(
                dropped.Study,
                dropped.Begin.Attempt,
                AttemptEnd.Interrupted,
                string.Empty,
                null,
                0));
            worker.Tell(new TrialGone(dropped.Study, dropped.Begin.Attempt));
        }

        _next.Clear();
        foreach (BeginTrial next in kept)
            _next.Enqueue(next);
        if (_current?.Study == interrupt.Study)
            _attempt!.Tell(new AttemptInterrupted(interrupt.AtOnce));
    }
}
