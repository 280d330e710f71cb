using ActorTune.Journal;
using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Journal;

/// <summary>Walks a journal at random and holds every answer against lists of entries.</summary>
internal sealed class StudyJournalWalk : IAsyncDisposable
{
    private static readonly StudyId[] Studies = [new("one"), new("two"), new("three")];

    private readonly StudyJournalSubject _subject;
    private readonly Random _random;
    private readonly Dictionary<StudyId, List<JournalEntry>> _model = [];
    private readonly Dictionary<StudyId, IStudyJournalWriter> _writers = [];
    private IStudyJournal _journal;

    internal StudyJournalWalk(StudyJournalSubject subject, Random random)
    {
        _subject = subject;
        _random = random;
        _journal = subject.Open();
        foreach (StudyId study in Studies)
            _model[study] = [];
    }

    /// <summary>The last operation, for messages.</summary>
    internal string Last { get; private set; } = "opening";

    internal async Task StepAsync(bool reopens)
    {
        StudyId study = Studies[_random.Next(Studies.Length)];
        switch (_random.Next(reopens ? 12 : 11))
        {
            case <= 4: await AppendAsync(study); break;
            case 5: await AppendAtWrongHeadAsync(study); break;
            case 6: await AppendInOldEpochAsync(study); break;
            case 7: await ReadAsync(study); break;
            case 8: await CloseWriterAsync(study); break;
            case 9: await ListAsync(); break;
            case 10: await RefreshAsync(study); break;
            default: await ReopenAsync(); break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAllAsync();
        await _journal.DisposeAsync();
    }

    private async Task AppendAsync(StudyId study)
    {
        Epoch epoch = _random.Next(8) == 0 ? EpochOf(study).Next : EpochOf(study);
        epoch = epoch.Value == 0 ? epoch.Next : epoch;
        int size = 1 + _random.Next(_random.Next(10) == 0 ? 300 : 5);
        Last = $"append {size} to {study} in epoch {epoch}";
        IReadOnlyList<JournalEntry> batch = BatchOf(size, HeadOf(study), epoch);
        IStudyJournalWriter writer = await WriterAsync(study);
        AppendOutcome outcome =
            await writer.AppendAsync(epoch, HeadOf(study), batch, CancellationToken.None);
        Expect.Equal(AppendOutcome.Appended, outcome, "the outcome");
        _model[study].AddRange(batch);
        Expect.Equal(HeadOf(study), writer.Head, "the head");
        Expect.Equal(epoch, writer.LastEpoch, "the epoch");
    }

    private async Task AppendAtWrongHeadAsync(StudyId study)
    {
        long head = HeadOf(study).Value;
        long wrong = head > 0 && _random.Next(2) == 0 ? _random.NextInt64(head) : head + 1;
        Last = $"append to {study} expecting {wrong} where the head is {head}";
        await RefuseAsync(study, EpochOf(study).Next, new(wrong), AppendOutcome.Conflict);
    }

    private async Task AppendInOldEpochAsync(StudyId study)
    {
        Last = $"append to {study} in an old epoch";
        if (EpochOf(study).Value < 2)
            return;
        var old = new Epoch(EpochOf(study).Value - 1);
        await RefuseAsync(study, old, HeadOf(study), AppendOutcome.StaleEpoch);
    }

    private async Task RefuseAsync(
        StudyId study, Epoch epoch, SequenceNumber expected, AppendOutcome wanted)
    {
        IStudyJournalWriter writer = await WriterAsync(study);
        AppendOutcome outcome = await writer.AppendAsync(
            epoch, expected, BatchOf(2, expected, epoch), CancellationToken.None);
        Expect.Equal(wanted, outcome, "the outcome");
        Expect.Equal(HeadOf(study), writer.Head, "the head");
    }

    private async Task ReadAsync(StudyId study)
    {
        int after = _random.Next(_model[study].Count + 2);
        Last = $"read {study} after {after}";
        List<JournalEntry> entries = await _journal.ReadAllAsync(study, new(after));
        Expect.Entries(_model[study].Skip(after), entries, "the entries");
    }

    private async Task RefreshAsync(StudyId study)
    {
        Last = $"refresh {study}";
        IStudyJournalWriter writer = await WriterAsync(study);
        Expect.Equal(HeadOf(study), await writer.RefreshAsync(CancellationToken.None), "the head");
        Expect.Equal(EpochOf(study), writer.LastEpoch, "the epoch");
    }

    private async Task ListAsync()
    {
        Last = "list";
        string expected = string.Join(' ', _model
            .Where(pair => pair.Value.Count > 0)
            .OrderBy(pair => pair.Key.Name, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}:{pair.Value.Count}"));
        IReadOnlyList<StudyListing> listings = await _journal.ListAsync(CancellationToken.None);
        string actual = string.Join(' ', listings.Select(one => $"{one.Study}:{one.EventCount}"));
        Expect.Equal(expected, actual, "the list");
    }

    private async Task ReopenAsync()
    {
        Last = "reopen";
        await CloseAllAsync();
        await _journal.DisposeAsync();
        _journal = _subject.Open();
    }

    private async Task CloseWriterAsync(StudyId study)
    {
        Last = $"close the writer of {study}";
        if (_writers.Remove(study, out IStudyJournalWriter? writer))
            await writer.DisposeAsync();
    }

    private async Task CloseAllAsync()
    {
        foreach (IStudyJournalWriter writer in _writers.Values)
            await writer.DisposeAsync();
        _writers.Clear();
    }

    private async Task<IStudyJournalWriter> WriterAsync(StudyId study)
    {
        if (!_writers.TryGetValue(study, out IStudyJournalWriter? writer))
        {
            writer = await _journal.OpenAsync(study);
            _writers.Add(study, writer);
        }

        return writer;
    }

    private IReadOnlyList<JournalEntry> BatchOf(int size, SequenceNumber after, Epoch epoch)
    {
        var events = new StudyEvent[size];
        for (int i = 0; i < size; i++)
            events[i] = StudyEventSamples.All[_random.Next(StudyEventSamples.All.Count)].Value;
        return JournalOperations.Number(after, epoch, events);
    }

    private SequenceNumber HeadOf(StudyId study) => new(_model[study].Count);

    private Epoch EpochOf(StudyId study) =>
        _model[study].Count == 0 ? new Epoch(0) : _model[study][^1].Epoch;
}
