namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// The trials that were compared at one level, in the order (value, trial number), failures on the
/// way last. An entry has a position that never changes; its cost is a few heap moves.
/// </summary>
internal sealed class Rung
{
    private const int PromotedFlag = 1;
    private const int WaitingFlag = 2;
    private const int RemovedFlag = 4;

    private readonly Objective _objective;
    private readonly RankSplit _split;
    private readonly EntryHeap<BestFirst> _waiting = new();
    private readonly List<int> _failed = [];
    private Entry[] _entries = [];
    private int _used;

    /// <summary>Creates an empty rung.</summary>
    /// <param name="objective">Orders the values.</param>
    /// <param name="level">The resource at which trials are compared.</param>
    /// <param name="share">How many of its entries are kept.</param>
    /// <param name="reserved">For how many entries there is room before it must grow.</param>
    internal Rung(Objective objective, long level, KeptShare share, int reserved = 0)
    {
        if (reserved > 0)
            _entries = new Entry[reserved];
        _objective = objective;
        _split = new RankSplit(share);
        Level = level;
    }

    internal long Level { get; }

    /// <summary>The split at the cut-off, for rules that read keys rather than trials.</summary>
    internal RankSplit Split => _split;

    /// <summary>All that entered, failures included.</summary>
    internal int Count => _split.Count;

    internal int FailedCount => _split.FailedCount;

    internal int PromotedCount { get; private set; }

    /// <summary>How many the rule keeps of those that entered.</summary>
    internal int Kept => _split.Kept;

    /// <summary>
    /// The position of the best waiting entry if it is kept, otherwise -1: when the best one is
    /// not kept, no other is.
    /// </summary>
    internal int BestPromotable => _waiting.Count > 0 && _split.IsKept(_waiting.Top)
        ? _waiting.Top.Position
        : -1;

    internal TrialNumber TrialAt(int position) => new(_entries[position].Trial);

    internal double ValueAt(int position) => _entries[position].Value;

    /// <summary>Adds a trial and gives its position.</summary>
    internal int Add(TrialNumber trial, double value)
    {
        if (_used == _entries.Length)
            Array.Resize(ref _entries, Math.Max(4, _used * 2));
        _entries[_used] = new Entry { Trial = trial.Value, Value = value };
        _split.Add(Ranked(_used));
        return _used++;
    }

    /// <summary>Counts a trial that failed on the way as a worst entry.</summary>
    internal void AddFailure(TrialNumber trial)
    {
        _failed.Add(trial.Value);
        _split.AddFailure();
    }

    /// <summary>Says whether an entry's trial is suspended here and may be promoted.</summary>
    internal void SetWaiting(int position, bool isWaiting)
    {
        if (Has(position, WaitingFlag) == isWaiting)
            return;
        _entries[position].Flags ^= WaitingFlag;
        if (isWaiting)
            _waiting.Push(Ranked(position));
        while (_waiting.Count > 0 && !Has(_waiting.Top.Position, WaitingFlag))
            _waiting.Pop();
    }

    /// <summary>Says whether an entry's trial went on beyond the rung.</summary>
    internal void SetPromoted(int position, bool isPromoted)
    {
        if (Has(position, PromotedFlag) == isPromoted)
            return;
        _entries[position].Flags ^= PromotedFlag;
        PromotedCount += isPromoted ? 1 : -1;
    }

    internal bool IsPromoted(int position) => Has(position, PromotedFlag);

    /// <summary>The position of a trial, or -1. It looks at every entry.</summary>
    internal int PositionOf(TrialNumber trial)
    {
        for (int i = 0; i < _used; i++)
        {
            if (_entries[i].Trial == trial.Value && !Has(i, RemovedFlag))
                return i;
        }

        return -1;
    }

    /// <summary>Takes an entry out as if it had never been: a person cancelled its trial.</summary>
    internal void Remove(int position)
    {
        SetWaiting(position, false);
        SetPromoted(position, false);
        _entries[position].Flags |= RemovedFlag;
        _split.Clear();
        foreach (int _ in _failed)
            _split.AddFailure();
        for (int i = 0; i < _used; i++)
        {
            if (!Has(i, RemovedFlag))
                _split.Add(Ranked(i));
        }
    }

    /// <summary>The entries, best first, then the failures.</summary>
    internal IReadOnlyList<RungEntry> Ranking()
    {
        List<int> order = [.. Present()];
        order.Sort((left, right) =>
            left == right ? 0 : Ranked(left).Precedes(Ranked(right)) ? -1 : 1);
        return
        [
            .. order.Select(position => new RungEntry(
                TrialAt(position), ValueAt(position), Has(position, PromotedFlag))),
            .. _failed.Order().Select(trial => new RungEntry(new TrialNumber(trial), null, false)),
        ];
    }

    internal RungSummary Summary(BracketIndex bracket, int index, int? capacity = null) =>
        new(bracket, index, new Resource(Level), Count, PromotedCount, capacity);

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("failed");
        foreach (int trial in _failed)
            writer.WriteNumberValue(trial);
        writer.WriteEndArray();
        writer.WriteStartArray("entries");
        foreach (int position in Present())
        {
            writer.WriteNumberValue(_entries[position].Trial);
            writer.WriteNumberValue(_entries[position].Value);
            writer.WriteNumberValue(_entries[position].Flags);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>
    /// Takes over a saved state and tells the places of the entries that are highest.
    /// </summary>
    internal void Load(JsonElement state, TrialPlaces places, int index)
    {
        foreach (JsonElement failed in state.GetProperty("failed").EnumerateArray())
            AddFailure(new TrialNumber(failed.GetInt32()));
        JsonElement.ArrayEnumerator entries = state.GetProperty("entries").EnumerateArray();
        while (entries.MoveNext())
        {
            var trial = new TrialNumber(entries.Current.GetInt32());
            int position = Add(trial, Following(ref entries).GetDouble());
            int flags = Following(ref entries).GetInt32();
            SetPromoted(position, (flags & PromotedFlag) != 0);
            SetWaiting(position, (flags & WaitingFlag) != 0);
            if (places.Entered(trial) == index + 1)
                places.SetPosition(trial, position);
        }
    }

    private static JsonElement Following(ref JsonElement.ArrayEnumerator entries) =>
        entries.MoveNext()
            ? entries.Current
            : throw new FormatException("The saved rung ends within an entry.");

    private bool Has(int position, int flag) => (_entries[position].Flags & flag) != 0;

    private RankedEntry Ranked(int position)
    {
        ref Entry entry = ref _entries[position];
        return new RankedEntry(
            RankedEntry.KeyOf(_objective, entry.Value), entry.Trial, position);
    }

    private IEnumerable<int> Present() =>
        Enumerable.Range(0, _used).Where(position => !Has(position, RemovedFlag));

    private struct Entry
    {
        internal double Value;
        internal int Trial;
        internal int Flags;
    }
}
