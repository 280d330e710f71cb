using System.Buffers;
using ActorTune.Journal;
using ActorTune.Journal.Format;
using ActorTune.Studies;
using Akka.Actor;

namespace ActorTune.Akka.Persistence;

/// <summary>Appends to one study through its persistent actor.</summary>
internal sealed class AkkaPersistenceWriter(
    StudyId study, AkkaRef keepers, Action appended) : IStudyJournalWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private bool _isDisposed;

    public StudyId Study => study;

    public SequenceNumber Head { get; private set; }

    public Epoch LastEpoch { get; private set; }

    public async ValueTask<AppendOutcome> AppendAsync(
        Epoch epoch,
        SequenceNumber expected,
        IReadOnlyList<JournalEntry> entries,
        CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellation.ThrowIfCancellationRequested();
        AppendBatch.Check(epoch, expected, entries);
        if (expected == SequenceNumber.None)
            Check(await AskAsync(new StudyKeepers.NameRequest(study)).ConfigureAwait(false));
        var request = new AppendRequest(study, epoch, expected, BatchOf(epoch, entries));
        KeeperAnswer answer = await AskAsync(request).ConfigureAwait(false);
        if (answer.Error is { } error)
        {
            // The store refuses the position that another process has taken: is it a newer epoch?
            await RefreshAsync(CancellationToken.None).ConfigureAwait(false);
            return LastEpoch > epoch ? AppendOutcome.StaleEpoch : throw Unavailable(error);
        }

        (Head, LastEpoch) = answer.End;
        if (answer.Outcome == AppendOutcome.Appended)
            appended();
        return answer.Outcome;
    }

    public async ValueTask<SequenceNumber> RefreshAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellation.ThrowIfCancellationRequested();
        KeeperAnswer answer = await AskAsync(new EndRequest(study)).ConfigureAwait(false);
        Check(answer);
        (Head, LastEpoch) = answer.End;
        return Head;
    }

    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return ValueTask.CompletedTask;
    }

    private static StoredBatch BatchOf(Epoch epoch, IReadOnlyList<JournalEntry> entries)
    {
        var payload = new ArrayBufferWriter<byte>();
        JournalBatchCodec.Write(payload, entries);
        return new StoredBatch(
            entries[^1].Sequence.Value,
            epoch.Value,
            entries[0].At.UtcTicks,
            entries[^1].At.UtcTicks,
            payload.WrittenSpan.ToArray());
    }

    private async Task<KeeperAnswer> AskAsync(object request)
    {
        try
        {
            return await keepers.Ask<KeeperAnswer>(request, Patience).ConfigureAwait(false);
        }
        catch (global::Akka.Actor.AskTimeoutException late)
        {
            throw Unavailable(late);
        }
    }

    private void Check(KeeperAnswer answer)
    {
        if (answer.Error is { } error)
            throw Unavailable(error);
    }

    private JournalException Unavailable(Exception cause) => new(
        JournalFailure.Unavailable,
        $"Akka.Persistence could not keep or read what belongs to study '{study}': "
        + $"{cause.Message} Look at the journal plugin's settings and its database.",
        cause);
}
