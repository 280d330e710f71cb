namespace ActorTune.Programs.Wire;

/// <summary>
/// The engine's last word to an attempt, as replies come in: what is acknowledged, what stands,
/// and a task that ends with the next change.
/// </summary>
internal sealed class StandingReply
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _change = NewChange();
    private long _acknowledged;
    private TrialReply _reply;
    private bool _isStopped;
    private Exception? _failure;

    internal StandingReply(Resource? until) =>
        _reply = new TrialReply(AttemptInstruction.Continue, until);

    /// <summary>Takes a reply in; one that acknowledges less than an earlier one is old.</summary>
    internal void Take(ReplyMessage message)
    {
        lock (_gate)
        {
            if (message.Report < _acknowledged)
                return;
            _acknowledged = message.Report;
            _reply = message.Reply;
            Announce();
        }
    }

    /// <summary>The attempt ends at its next report.</summary>
    internal void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            Announce();
        }
    }

    /// <summary>No reply will come any more.</summary>
    internal void Fail(Exception failure)
    {
        lock (_gate)
        {
            _failure ??= failure;
            Announce();
        }
    }

    /// <summary>The checkpoint that was asked for is announced.</summary>
    internal void CheckpointAnnounced()
    {
        lock (_gate)
            _reply = _reply with { WantsCheckpoint = false };
    }

    /// <summary>
    /// Waits until a report may be followed by the next, and says what stands then.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="resource">Its resource.</param>
    /// <param name="isBarrier">Whether it needs a decision.</param>
    /// <param name="credit">How many reports may be unacknowledged.</param>
    /// <param name="stop">Gives up.</param>
    internal async ValueTask<TrialReply> WaitAsync(
        long report, Resource resource, bool isBarrier, int credit, CancellationToken stop)
    {
        while (true)
        {
            Task change;
            lock (_gate)
            {
                if (_isStopped)
                    return _reply with { Instruction = AttemptInstruction.Stop };
                if (_reply.Instruction != AttemptInstruction.Continue)
                    return _reply;
                if (isBarrier ? IsDecided(report, resource) : report - _acknowledged < credit)
                    return _reply;
                if (_failure is not null)
                    throw new TrialChannelClosedException(_failure.Message, _failure);
                change = _change.Task;
            }

            await change.WaitAsync(stop).ConfigureAwait(false);
        }
    }

    // An acknowledgement whose barrier still lies at or before the report is no decision yet.
    private bool IsDecided(long report, Resource resource) =>
        _acknowledged >= report && (_reply.Until is not { } until || until > resource);

    private static TaskCompletionSource NewChange() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Announce()
    {
        TaskCompletionSource change = _change;
        _change = NewChange();
        change.SetResult();
    }
}
