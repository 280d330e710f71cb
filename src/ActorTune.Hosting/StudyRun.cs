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

    private readonly ChannelActorHost _host;
    private readonly IStudyJournal _journal;
    private readonly IStudyJournalWriter _writer;
    private readonly IActorRef<StudyMessage> _actor;
    private readonly Task _closed;

    internal StudyRun(
        ChannelActorHost host,
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
    public async Task<StudySummary> DescribeAsync(CancellationToken cancellation = default) =>
        await _host.Ask<StudyMessage, StudySummary>(
            _actor, reply => new DescribeStudy(reply), Deadline, cancellation)
            .ConfigureAwait(false);

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
    public Task InterruptAsync(bool atOnce = false)
    {
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
            if (entry.Event is Studies.Events.StudyFinished)
                yield break;
        }
    }

    internal async Task WhenRestedAsync(CancellationToken patience)
    {
        try
        {
            await Completion.WaitAsync(patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await InterruptAsync(atOnce: true).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Whoever awaits the completion sees why; here only the end matters.
        }
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

    private async Task SayAsync(StudyCommand command, CancellationToken cancellation)
    {
        Acceptance acceptance = await _host.Ask<StudyMessage, Acceptance>(
            _actor, reply => new PersonSaid(command, reply), Deadline, cancellation)
            .ConfigureAwait(false);
        if (acceptance is Acceptance.Refused refused)
            throw new InvalidOperationException(refused.Reason);
    }
}
