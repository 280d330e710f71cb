namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// The trials that were compared at one level, in the order (value, trial number), failures on the
/// way last. An entry has a position that never changes; its cost is a few heap moves.
/// </summary>
/// <remarks>Rules that rank by more than a value derive from it and say who is kept.</remarks>
internal class Rung
{
    private const int PromotedFlag = 1;
    private const int WaitingFlag = 2;
    private const int RemovedFlag = 4;

    private readonly Objective _objective;
    private readonly RankSplit _split;
    private readonly EntryHeap<BestFirst> _waiting = new();
    private readonly List<int> _failed = [];
    private Member[] _entries = [];
    private int _used;
    private int _presentCount;

    /// <summary>Creates an empty rung.</summary>
    /// <param name="objective">Orders the values.</param>
    /// <param name="level">The resource at which trials are compared.</param>
    /// <param name="share">How many of its entries are kept.</param>
    /// <param name="reserved">For how many entries there is room before it must grow.</param>
    internal Rung(Objective objective, long level, KeptShare share, int reserved = 0)
    {
        if (reserved > 0)
            _entries = new Member[reserved];
        _objective = objective;
        _split = new RankSplit(share);
        Level = level;
    }

    internal long Level { get; }

    /// <summary>The split at the cut-off, for rules that read keys rather than trials.</summary>
    internal RankSplit Split => _split;

    /// <summary>All that entered, failures included.</summary>
    internal int Count => _presentCount + _failed.Count;

    internal int FailedCount => _failed.Count;

    internal int PromotedCount { get; private set; }

    /// <summary>How many the rule keeps of those that entered.</summary>
    internal virtual int Kept => _split.Kept;

    /// <summary>The position of the last kept entry that is no failure, or -1.</summary>
    internal virtual int LastKept => _split.LastKept?.Position ?? -1;

    /// <summary>
    /// The position of the best waiting entry if it is kept, otherwise -1: when the best one is
    /// not kept, no other is.
    /// </summary>
    internal virtual int BestPromotable => _waiting.Count > 0 && IsKept(_waiting.Top)
        ? _waiting.Top.Position
        : -1;

    internal TrialNumber TrialAt(int position) => new(_entries[position].Trial);

    internal double ValueAt(int position) => _entries[position].Value;

    /// <summary>Adds a trial with all that the rung ranks by and gives its position.</summary>
    internal virtual int Add(in TrialChange measured) => Add(measured.Trial, measured.Value);

    /// <summary>Adds a trial and gives its position.</summary>
    internal int Add(TrialNumber trial, double value)
    {
        if (_used == _entries.Length)
            Array.Resize(ref _entries, Room.Beyond(_used));
        _entries[_used] = new Member { Trial = trial.Value, Value = value };
        _presentCount++;
        Insert(_used);
        return _used++;
    }

    /// <summary>Counts a trial that failed on the way, with all that the rung ranks by.</summary>
    internal virtual void AddFailure(in TrialChange failed) => AddFailure(failed.Trial);

    /// <summary>Counts a trial that failed on the way as a worst entry.</summary>
    internal void AddFailure(TrialNumber trial)
    {
        _failed.Add(trial.Value);
        InsertFailure(_failed.Count - 1);
    }

    /// <summary>Says whether an entry's trial is suspended here and may be promoted.</summary>
    internal virtual void SetWaiting(int position, bool isWaiting)
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

    internal bool IsWaiting(int position) => Has(position, WaitingFlag);

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
        _presentCount--;
        ClearOrder();
        for (int i = 0; i < _failed.Count; i++)
            InsertFailure(i);
        foreach (int present in Present())
            Insert(present);
    }

    /// <summary>The entries, best first, then the failures.</summary>
    internal IReadOnlyList<RungEntry> Ranking()
    {
        return
        [
            .. Order().Select(position => new RungEntry(
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
        for (int i = 0; i < _failed.Count; i++)
        {
            writer.WriteNumberValue(_failed[i]);
            WriteFailure(writer, i);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("entries");
        foreach (int position in Present())
        {
            writer.WriteNumberValue(_entries[position].Trial);
            writer.WriteNumberValue(_entries[position].Value);
            writer.WriteNumberValue(_entries[position].Flags);
            WriteEntry(writer, position);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>
    /// Takes over a saved state and tells the places of the entries that are highest.
    /// </summary>
    internal void Load(JsonElement state, TrialPlaces places, int index)
    {
        JsonElement.ArrayEnumerator failed = state.GetProperty("failed").EnumerateArray();
        while (failed.MoveNext())
            AddFailure(ReadFailure(Entry(failed.Current.GetInt32(), 0), ref failed));
        JsonElement.ArrayEnumerator entries = state.GetProperty("entries").EnumerateArray();
        while (entries.MoveNext())
        {
            int number = entries.Current.GetInt32();
            TrialChange entry = Entry(number, Following(ref entries).GetDouble());
            int flags = Following(ref entries).GetInt32();
            int position = Add(ReadEntry(entry, ref entries));
            SetPromoted(position, (flags & PromotedFlag) != 0);
            SetWaiting(position, (flags & WaitingFlag) != 0);
            if (places.Entered(entry.Trial) == index + 1)
                places.SetPosition(entry.Trial, position);
        }
    }

    /// <summary>The next element of a saved list that must have one.</summary>
    protected static JsonElement Following(ref JsonElement.ArrayEnumerator entries) =>
        entries.MoveNext()
            ? entries.Current
            : throw new FormatException("The saved rung ends within an entry.");

    /// <summary>The entry at a position, as it is ranked by its value.</summary>
    protected RankedEntry Ranked(int position)
    {
        ref Member entry = ref _entries[position];
        return new RankedEntry(
            RankedEntry.KeyOf(_objective, entry.Value), entry.Trial, position);
    }

    /// <summary>Whether an entry is among the kept ones.</summary>
    protected virtual bool IsKept(in RankedEntry entry) => _split.IsKept(entry);

    /// <summary>Puts the entry at a position into the order.</summary>
    protected virtual void Insert(int position) => _split.Add(Ranked(position));

    /// <summary>Counts a failure in the order.</summary>
    protected virtual void InsertFailure(int index) => _split.AddFailure();

    /// <summary>Empties the order.</summary>
    protected virtual void ClearOrder() => _split.Clear();

    /// <summary>The positions of the present entries, best first.</summary>
    protected virtual IEnumerable<int> Order()
    {
        List<int> order = [.. Present()];
        order.Sort((left, right) =>
            left == right ? 0 : Ranked(left).Precedes(Ranked(right)) ? -1 : 1);
        return order;
    }

    /// <summary>Writes what an entry has besides trial, value and flags.</summary>
    protected virtual void WriteEntry(Utf8JsonWriter writer, int position)
    {
    }

    /// <summary>Reads what <see cref="WriteEntry"/> wrote.</summary>
    protected virtual TrialChange ReadEntry(
        in TrialChange entry, ref JsonElement.ArrayEnumerator entries) => entry;

    /// <summary>Writes what a failure has besides its trial.</summary>
    protected virtual void WriteFailure(Utf8JsonWriter writer, int index)
    {
    }

    /// <summary>Reads what <see cref="WriteFailure"/> wrote.</summary>
    protected virtual TrialChange ReadFailure(
        in TrialChange failed, ref JsonElement.ArrayEnumerator failures) => failed;

    private bool Has(int position, int flag) => (_entries[position].Flags & flag) != 0;

    private static TrialChange Entry(int trial, double value) => new(
        TrialChangeKind.Measured, new TrialNumber(trial), default, default, value, false, null);

    private IEnumerable<int> Present() =>
        Enumerable.Range(0, _used).Where(position => !Has(position, RemovedFlag));

    private struct Member
    {
        internal double Value;
        internal int Trial;
        internal int Flags;
    }
}
