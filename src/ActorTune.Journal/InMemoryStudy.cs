using System.Buffers;
using ActorTune.Journal.Format;

namespace ActorTune.Journal;

/// <summary>The batches of one study, as bytes.</summary>
internal sealed class InMemoryStudy
{
    private readonly Lock _lock = new();
    private readonly List<SequenceNumber> _lasts = [];
    private readonly List<byte[]> _payloads = [];
    private TaskCompletionSource _appended = NewSignal();
    private Epoch _epoch;
    private DateTimeOffset _createdAt;
    private DateTimeOffset _lastAt;

    /// <summary>Completes at the next append.</summary>
    internal Task Appended
    {
        get
        {
            lock (_lock)
                return _appended.Task;
        }
    }

    internal (SequenceNumber Head, Epoch Epoch) End
    {
        get
        {
            lock (_lock)
                return (Head, _epoch);
        }
    }

    private SequenceNumber Head => _lasts.Count == 0 ? SequenceNumber.None : _lasts[^1];

    internal AppendOutcome Append(
        Epoch epoch, SequenceNumber expected, IReadOnlyList<JournalEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>();
        JournalBatchCodec.Write(buffer, entries);
        TaskCompletionSource appended;
        lock (_lock)
        {
            if (_epoch > epoch)
                return AppendOutcome.StaleEpoch;
            if (Head != expected)
                return AppendOutcome.Conflict;
            if (_lasts.Count == 0)
                _createdAt = entries[0].At;
            _lastAt = entries[^1].At;
            _epoch = epoch;
            _lasts.Add(entries[^1].Sequence);
            _payloads.Add(buffer.WrittenSpan.ToArray());
            appended = _appended;
            _appended = NewSignal();
        }

        appended.SetResult();
        return AppendOutcome.Appended;
    }

    /// <summary>The batch that holds the position after the given one, or null.</summary>
    internal byte[]? BatchAfter(SequenceNumber after)
    {
        lock (_lock)
        {
            int index = _lasts.BinarySearch(after.Next);
            index = index < 0 ? ~index : index;
            return index < _payloads.Count ? _payloads[index] : null;
        }
    }

    internal StudyListing? List(StudyId study)
    {
        lock (_lock)
        {
            return _lasts.Count == 0
                ? null
                : new StudyListing(study, Head.Value, Head, _createdAt, _lastAt);
        }
    }

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
