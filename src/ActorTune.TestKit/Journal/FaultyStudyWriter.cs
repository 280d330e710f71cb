using ActorTune.Journal;
using ActorTune.Studies;

namespace ActorTune.TestKit.Journal;

/// <summary>A writer whose appends meet the faults of its journal.</summary>
internal sealed class FaultyStudyWriter : IStudyJournalWriter
{
    private readonly FaultyStudyJournal _journal;
    private readonly IStudyJournalWriter _inner;

    internal FaultyStudyWriter(FaultyStudyJournal journal, IStudyJournalWriter inner)
    {
        _journal = journal;
        _inner = inner;
    }

    public StudyId Study => _inner.Study;

    public SequenceNumber Head => _inner.Head;

    public Epoch LastEpoch => _inner.LastEpoch;

    public async ValueTask<AppendOutcome> AppendAsync(
        Epoch epoch,
        SequenceNumber expected,
        IReadOnlyList<JournalEntry> entries,
        CancellationToken cancellation)
    {
        JournalAppend append = _journal.Count(Study, epoch, entries);
        int from = 0;
        while (_journal.Take(append, ref from) is { } fault)
        {
            switch (fault.Effect)
            {
                case JournalFaultEffect.Fail:
                    throw Failure("before");
                case JournalFaultEffect.Full:
                    throw new JournalException(
                        JournalFailure.Full, "A fault of the test left no space for this append.");
                case JournalFaultEffect.FailAfterWrite:
                    await _inner.AppendAsync(epoch, expected, entries, cancellation)
                        .ConfigureAwait(false);
                    throw Failure("after");
                case JournalFaultEffect.StaleEpoch:
                    return AppendOutcome.StaleEpoch;
                case JournalFaultEffect.Conflict:
                    return AppendOutcome.Conflict;
                case JournalFaultEffect.Delay:
                    await _journal.WaitAsync(fault.Delay, cancellation).ConfigureAwait(false);
                    break;
                default:
                    throw new InvalidOperationException($"No fault has the effect {fault.Effect}.");
            }
        }

        return await _inner.AppendAsync(epoch, expected, entries, cancellation)
            .ConfigureAwait(false);
    }

    public ValueTask<SequenceNumber> RefreshAsync(CancellationToken cancellation) =>
        _inner.RefreshAsync(cancellation);

    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    private static JournalException Failure(string when) => new(
        JournalFailure.Unavailable,
        $"A fault of the test befell this append {when} it was written.");
}
