using System.Runtime.CompilerServices;

namespace ActorTune.Hosting;

/// <summary>A study actor seen from outside the actors.</summary>
internal sealed class StudyRun : IStudyRun
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private static readonly ActorOptions Supervised = new()
    {
        // A disk that is full or gone does not come back within seconds: give up soon and say why.
        Supervision = new RestartStrategy
        {
            MinBackoff = TimeSpan.FromMilliseconds(50),
            MaxBackoff = TimeSpan.FromSeconds(1),
            MaxRestarts = 3,
            OnLimit = RestartLimitAction.Stop,
        },
    };

    private readonly IActorHost _host;
    private readonly IStudyJournal _journal;
    private readonly IStudyJournalWriter _writer;
    private readonly IActorRef<StudyMessage> _actor;
    private readonly Task _closed;

    internal StudyRun(
        IActorHost host,
        IStudyJournal journal,
        IStudyJournalWriter writer,
        StudySetup setup)
    {
        _host = host;
        _journal = journal;
        _writer = writer;
        Study = setup.Study;
        _actor = host.Spawn($"study-{setup.Study}", () => new StudyActor(setup), Supervised);
        _closed = CloseWhenStoppedAsync();
        Completion = CompleteAsync(setup);
    }

    /// <inheritdoc/>
    public StudyId Study { get; }

    /// <inheritdoc/>
    public Task<StudyOutcome> Completion { get; }

    /// <inheritdoc/>
    public async Task<StudySummary> DescribeAsync(CancellationToken cancellation = default)
    {
        Task<StudySummary> asked = _host.Ask<StudyMessage, StudySummary>(
            _actor, reply => new DescribeStudy(reply), Deadline, cancellation);
        return await Task.WhenAny(asked, _closed).ConfigureAwait(false) == asked
            ? await asked.ConfigureAwait(false)
            : await ReadAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<TrialSummary?> BestAsync(CancellationToken cancellation = default) =>
        (await DescribeAsync(cancellation).ConfigureAwait(false)).Best;

    /// <inheritdoc/>
    public Task CancelAsync(
        EndMode mode = EndMode.Cancel, CancellationToken cancellation = default) =>
        SayAsync(new CancelStudy(mode), cancellation);

    /// <inheritdoc/>
    public Task CancelTrialAsync(TrialNumber trial, CancellationToken cancellation = default) =>
        SayAsync(new CancelTrial(trial), cancellation);

    /// <inheritdoc/>
    public Task EnqueueAsync(
        Configuration configuration, CancellationToken cancellation = default) =>
        SayAsync(new EnqueueTrial(configuration), cancellation);

    /// <inheritdoc/>
    public Task ChangeStopAsync(StopConditions stop, CancellationToken cancellation = default) =>
        SayAsync(new ChangeStopConditions(stop), cancellation);

    /// <inheritdoc/>
    public Task SwitchSchedulerAsync(
        StrategyOptions scheduler, CancellationToken cancellation = default) =>
        SayAsync(new SwitchScheduler(scheduler), cancellation);

    /// <inheritdoc/>
    public Task InterruptAsync(bool atOnce = false)
    {
        if (!Completion.IsCompleted)
            _actor.Tell(new InterruptRequested(atOnce));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> WatchAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (JournalEntry entry in _journal
            .FollowAsync(Study, SequenceNumber.None, cancellation).ConfigureAwait(false))
        {
            yield return entry;
            bool isEnd = entry.Event is Studies.Events.StudyFinished
                && await IsLastAsync(entry, cancellation).ConfigureAwait(false);
            if (isEnd)
                yield break;
        }
    }

    // A study that had ended goes on where it is forked or its end is moved.
    private async Task<bool> IsLastAsync(JournalEntry entry, CancellationToken cancellation)
    {
        IReadOnlyList<StudyListing> listed =
            await _journal.ListAsync(cancellation).ConfigureAwait(false);
        return listed.Single(listing => listing.Study == Study).Head == entry.Sequence;
    }

    /// <summary>Waits for the study to rest; when patience ends, programs are killed.</summary>
    internal async Task WhenRestedAsync(CancellationToken patience)
    {
        var impatient =
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration =
            patience.Register(() => impatient.TrySetResult());
        Task first = await Task.WhenAny(Completion, impatient.Task).ConfigureAwait(false);
        if (first != Completion)
            await InterruptAsync(atOnce: true).ConfigureAwait(false);
    }

    internal Task CloseAsync() => _closed;

    private async Task<StudyOutcome> CompleteAsync(StudySetup setup)
    {
        try
        {
            return await setup.Completion.Task.ConfigureAwait(false);
        }
        finally
        {
            await _closed.ConfigureAwait(false);
        }
    }

    private async Task CloseWhenStoppedAsync()
    {
        await _host.WhenStopped(_actor).ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<StudySummary> ReadAsync(CancellationToken cancellation)
    {
        StudyState state =
            await JournalFold.ReadAsync(_journal, Study, cancellation).ConfigureAwait(false);
        return StudySummary.Of(state, state.Now);
    }

    private async Task SayAsync(StudyCommand command, CancellationToken cancellation)
    {
        Task<Acceptance> asked = _host.Ask<StudyMessage, Acceptance>(
            _actor, reply => new PersonSaid(command, reply), Deadline, cancellation);
        if (await Task.WhenAny(asked, _closed).ConfigureAwait(false) != asked)
            throw new InvalidOperationException(
                $"Study '{Study}' does not run any more. Resume it first.");
        if (await asked.ConfigureAwait(false) is Acceptance.Refused refused)
            throw new InvalidOperationException(refused.Reason);
    }
}
