namespace ActorTune.Actors;

/// <content>What the mailboxes, links and operations of the simulation call.</content>
public sealed partial class SimulatedActorHost
{
    internal SimulatedReadySet ReadySet { get; } = new();

    /// <summary>The actor whose turn it is.</summary>
    internal ActorCell? Current { get; set; }

    // Continuations run inside the step that completes a task: another thread would not repeat.
    internal override TaskCreationOptions CompletionOptions => TaskCreationOptions.None;

    internal override IMailbox<TMessage> CreateMailbox<TMessage>(
        ActorCell<TMessage> cell, MailboxOptions options) =>
        new SimulatedMailbox<TMessage>(this, cell, options);

    internal override void StartOperation(PipeOperation operation)
    {
        AddAction(operation.Cell, "operation", operation.Execute);
        Interlocked.Increment(ref _runningOperationCount);
    }

    internal override void OnOperationCompleted(ActorCell cell)
    {
        Interlocked.Decrement(ref _runningOperationCount);
        if (Volatile.Read(ref _runningThread) != Environment.CurrentManagedThreadId)
        {
            ThrowEscape($"an operation of actor {cell.Path} completed");
        }
    }

    internal override void Cancel(CancellationTokenSource operations) => operations.Cancel();

    internal override void PostReply<TReply>(AskReply<TReply> ask, TReply reply) => Send(
        new SimulatedEndpoint(ask.Number, ask.Path),
        new SimulatedReply<TReply>(ask, reply),
        isControl: false);

    internal int Draw(int bound) => _order.Next(bound);

    internal bool DrawLossOnRestart() =>
        _options.LosesMessagesOnRestart && _faults.NextDouble() < 0.5;

    internal void Send(SimulatedEndpoint receiver, SimulatedItem item, bool isControl)
    {
        ThrowIfForeign("a message was sent");
        var sender = SimulatedEndpoint.Of(Current);
        var fault = FaultOf(sender, receiver, item);
        if (fault.Delay > TimeSpan.Zero)
        {
            Record(SimulationStepKind.Delayed, sender, receiver, item.Subject);
            item.NotBefore = Clock.Elapsed + fault.Delay;
        }

        for (var copy = 0; copy <= fault.ExtraCopyCount; copy++)
        {
            LinkOf(sender, receiver).AddMessage(item, isControl);
        }
    }

    internal void SendKernel(ActorCell? sender, ActorCell receiver, SimulatedItem item)
    {
        ThrowIfForeign("the kernel was called");
        LinkOf(SimulatedEndpoint.Of(sender), SimulatedEndpoint.Of(receiver)).AddKernel(item);
    }

    internal Exception? CrashInstead<TMessage>(
        ActorPath sender, ActorCell cell, in Envelope<TMessage> envelope) =>
        _options.Faults == SimulationFaults.None
            ? null
            : _options.Faults.OnHandling(new SimulatedDelivery(
                sender, cell.Path, envelope.Message!, _faults.NextDouble()));

    internal void Close(SimulatedLink link)
    {
        _links.Remove((link.Sender.Number, link.Receiver.Number));
        _closedLinks.Push(link);
    }

    internal void Record(
        SimulationStepKind kind, ActorCell? sender, ActorCell? receiver, object? subject) =>
        Record(kind, SimulatedEndpoint.Of(sender), SimulatedEndpoint.Of(receiver), subject);

    internal void Record(
        SimulationStepKind kind,
        SimulatedEndpoint sender,
        SimulatedEndpoint receiver,
        object? subject)
    {
        var step = new SimulationStep(
            0, Clock.Elapsed, kind, sender.Path, receiver.Path, subject);
        _trace.Add(step, sender.Number, receiver.Number);
    }

    private DeliveryFault FaultOf(
        SimulatedEndpoint sender, SimulatedEndpoint receiver, SimulatedItem item)
    {
        if (_options.Faults == SimulationFaults.None)
        {
            return DeliveryFault.None;
        }

        var fault = _options.Faults.OnSent(new SimulatedDelivery(
            sender.Path, receiver.Path, item.Subject, _faults.NextDouble()));
        if (fault.ExtraCopyCount != 0)
        {
            var kind = fault.ExtraCopyCount > 0
                ? SimulationStepKind.Duplicated
                : SimulationStepKind.Dropped;
            Record(kind, sender, receiver, item.Subject);
        }

        return fault;
    }

    private SimulatedLink LinkOf(SimulatedEndpoint sender, SimulatedEndpoint receiver)
    {
        var key = (sender.Number, receiver.Number);
        if (!_links.TryGetValue(key, out var link))
        {
            link = _closedLinks.TryPop(out var closed) ? closed : new SimulatedLink(this);
            link.Open(sender, receiver);
            _links.Add(key, link);
        }

        return link;
    }

    private void AddAction(ActorCell? owner, string subject, Action action)
    {
        ThrowIfForeign($"a step was added ({subject})");
        ReadySet.Add(new SimulatedAction(this, owner, subject, action));
    }

    private bool Drive(Func<bool> body)
    {
        if (_runningThread != 0)
        {
            throw new InvalidOperationException(
                "A simulation cannot be driven from inside one of its steps, nor from two threads. "
                + "Call Step, RunUntilIdle, AdvanceBy, RunUntil and StopAsync from the test.");
        }

        var outer = SynchronizationContext.Current;
        _runningThread = Environment.CurrentManagedThreadId;
        // Without a context, code that awaits goes on inside the step that completes what it waited
        // for; the context of a test framework would take it to another thread.
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return body();
        }
        finally
        {
            Current = null;
            SynchronizationContext.SetSynchronizationContext(outer);
            _runningThread = 0;
        }
    }

    private bool RunUntilCore(Func<bool> condition, TimeSpan limit)
    {
        for (var step = 0L; !condition(); step++)
        {
            if (step == _options.StepLimit)
            {
                throw new InvalidOperationException(
                    $"The simulation made {_options.StepLimit} steps in one call and found no end "
                    + "(two actors may answer each other for ever). Raise "
                    + $"{nameof(SimulationOptions.StepLimit)} if it needs more. {FormatTrace()}");
            }

            Current = null;
            if (!StepCore() && !TryFireNextInstant(limit))
            {
                Clock.MoveTo(limit);
                return false;
            }
        }

        return true;
    }

    // All timers of an instant fire together, so that their messages can wait side by side.
    private bool TryFireNextInstant(TimeSpan limit)
    {
        if (!Clock.TryFireNext(limit))
        {
            return false;
        }

        for (var count = Clock.ArmedTimerCount; count > 0; count--)
        {
            if (!Clock.TryFireNext(Clock.Elapsed))
            {
                break;
            }
        }

        return true;
    }

    private bool StepCore()
    {
        if (_escape is { } escape)
        {
            throw new InvalidOperationException(escape.Message, escape);
        }

        var count = ReadySet.Count;
        if (count == 0)
        {
            return false;
        }

        Current = null;
        ReadySet[count == 1 ? 0 : Draw(count)].Run();
        Current = null;
        return true;
    }

    private void ThrowIfForeign(string what)
    {
        var running = Volatile.Read(ref _runningThread);
        if (running != 0 && running != Environment.CurrentManagedThreadId)
        {
            ThrowEscape(what);
        }
    }

    private void ThrowEscape(string what)
    {
        _escape = new InvalidOperationException(
            $"The simulation with seed {Seed} cannot be repeated: {what} outside its steps. "
            + "Complete operations at once, through the host's clock or with Schedule; do without "
            + "Task.Run, Task.Yield and real input and output.");
        throw _escape;
    }
}
