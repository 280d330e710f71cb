using ActorTune.Journal;
using ActorTune.Studies;

namespace ActorTune.TestKit.Journal;

/// <summary>
/// A journal on which faults befall appends; everything else goes through. The first fault of the
/// list whose condition holds happens; after a delay the next ones are asked too.
/// </summary>
public sealed class FaultyStudyJournal : IStudyJournal
{
    private readonly IStudyJournal _inner;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly List<(JournalFault Fault, int Left)> _faults;
    private int _appends;

    /// <summary>Puts faults on a journal, which it then owns.</summary>
    /// <param name="inner">The journal.</param>
    /// <param name="clock">The clock that delays wait for.</param>
    /// <param name="faults">The faults.</param>
    public FaultyStudyJournal(
        IStudyJournal inner, TimeProvider clock, params IReadOnlyList<JournalFault> faults)
    {
        _inner = inner;
        _clock = clock;
        _faults = [.. faults.Select(fault => (fault, fault.Times))];
    }

    /// <summary>How many appends were asked for, those that a fault befell included.</summary>
    public int AppendCount
    {
        get
        {
            lock (_lock)
                return _appends;
        }
    }

    /// <summary>Adds a fault behind the others.</summary>
    /// <param name="fault">The fault.</param>
    public void Add(JournalFault fault)
    {
        lock (_lock)
            _faults.Add((fault, fault.Times));
    }

    /// <inheritdoc/>
    public async ValueTask<IStudyJournalWriter> OpenWriterAsync(
        StudyId study, CancellationToken cancellation) =>
        new FaultyStudyWriter(
            this, await _inner.OpenWriterAsync(study, cancellation).ConfigureAwait(false));

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(
        StudyId study, SequenceNumber after, CancellationToken cancellation) =>
        _inner.ReadAsync(study, after, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> FollowAsync(
        StudyId study, SequenceNumber after, CancellationToken cancellation) =>
        _inner.FollowAsync(study, after, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StudyListing>> ListAsync(CancellationToken cancellation) =>
        _inner.ListAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    internal Task WaitAsync(TimeSpan delay, CancellationToken cancellation) =>
        Task.Delay(delay, _clock, cancellation);

    internal JournalAppend Count(
        StudyId study, Epoch epoch, IReadOnlyList<JournalEntry> entries)
    {
        lock (_lock)
            return new JournalAppend(study, ++_appends, epoch, entries);
    }

    /// <summary>The next fault that befalls an append, from a place of the list on.</summary>
    internal JournalFault? Take(JournalAppend append, ref int from)
    {
        lock (_lock)
        {
            while (from < _faults.Count)
            {
                int index = from++;
                (JournalFault fault, int left) = _faults[index];
                if (left <= 0 || !fault.Condition(append))
                    continue;
                _faults[index] = (fault, left - 1);
                return fault;
            }

            return null;
        }
    }
}
