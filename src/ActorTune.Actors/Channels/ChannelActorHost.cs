namespace ActorTune.Actors;

/// <summary>
/// Runs actors on the thread pool: an actor with work is one work item, which handles a batch of
/// messages. Messages that wait over a restart are kept.
/// </summary>
public sealed class ChannelActorHost : ActorHost
{
    private readonly ChannelHostOptions _options;

    /// <summary>Makes a host with the default options.</summary>
    public ChannelActorHost()
        : this(new ChannelHostOptions())
    {
    }

    /// <summary>Makes a host.</summary>
    /// <param name="options">Clock, logging and batch size.</param>
    public ChannelActorHost(ChannelHostOptions options)
        : base(options.Time, options.LoggerFactory) => _options = options;

    internal override TaskCreationOptions CompletionOptions =>
        TaskCreationOptions.RunContinuationsAsynchronously;

    internal override IMailbox<TMessage> CreateMailbox<TMessage>(
        ActorCell<TMessage> cell, MailboxOptions options) =>
        new ChannelMailbox<TMessage>(cell, options, _options.Throughput);

    internal override void StartOperation(PipeOperation operation) =>
        ThreadPool.UnsafeQueueUserWorkItem(operation, preferLocal: false);

    // Not on the actor's turn: what an operation does when it is cancelled may take its time.
    internal override void Cancel(CancellationTokenSource operations) =>
        _ = CancelAsync(operations);

    private async Task CancelAsync(CancellationTokenSource operations)
    {
        try
        {
            await operations.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException e)
        {
            Log.CancellationFailed(e);
        }
    }
}
