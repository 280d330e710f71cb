namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// The trials that were compared at one level, split at the best <see cref="Kept"/> of them. An
/// entry costs a few heap moves; the cut-off and the best promotable trial cost nothing.
/// </summary>
/// <remarks>
/// The order is (value, trial number). Failures count as worst and hold no place of their own.
/// </remarks>
internal sealed class Rung
{
    private readonly Objective _objective;
    private readonly Func<int, int> _kept;
    private readonly Dictionary<int, int> _positions = [];
    private readonly EntryHeap _top;
    private readonly EntryHeap _rest;
    private readonly EntryHeap _promotable;
    private Entry[] _entries = new Entry[4];
    private int _used;

    /// <summary>Creates an empty rung.</summary>
    /// <param name="objective">Orders the values.</param>
    /// <param name="level">The resource at which trials are compared.</param>
    /// <param name="kept">How many of a number of entries are kept; it never shrinks.</param>
    internal Rung(Objective objective, long level, Func<int, int> kept)
    {
        _objective = objective;
        _kept = kept;
        Level = level;
        _top = new EntryHeap((left, right) => Precedes(right, left));
        _rest = new EntryHeap(Precedes);
        _promotable = new EntryHeap(Precedes);
    }

    internal long Level { get; }

    /// <summary>All that entered, failures included.</summary>
    internal int Count => _positions.Count + FailedCount;

    internal int FailedCount { get; private set; }

    internal int PromotedCount { get; private set; }

    /// <summary>How many the rule keeps of those that entered.</summary>
    internal int Kept => _kept(Count);

    /// <summary>The last trial that is kept, with its value; null while none is.</summary>
    internal (TrialNumber Trial, double Value)? Cutoff => _top.Count == 0
        ? null
        : (new TrialNumber(_entries[_top.Top].Trial), _entries[_top.Top].Value);

    /// <summary>The best trial among the kept ones that was not promoted yet, or null.</summary>
    internal TrialNumber? BestPromotable
    {
        get
        {
            while (_promotable.Count > 0)
            {
                ref Entry entry = ref _entries[_promotable.Top];
                if (entry.IsTop && !entry.IsPromoted)
                    return new TrialNumber(entry.Trial);
                _promotable.Pop();
            }

            return null;
        }
    }

    internal void Add(TrialNumber trial, double value)
    {
        if (_used == _entries.Length)
            Array.Resize(ref _entries, _used * 2);
        int entry = _used++;
        _entries[entry] = new Entry { Trial = trial.Value, Value = value };
        _positions.Add(trial.Value, entry);
        Insert(entry);
        Balance();
    }

    internal void AddFailure()
    {
        FailedCount++;
        Balance();
    }

    internal bool Contains(TrialNumber trial) => _positions.ContainsKey(trial.Value);

    /// <summary>Whether a trial is among the best that the rule keeps.</summary>
    internal bool IsKept(TrialNumber trial) => _entries[_positions[trial.Value]].IsTop;

    internal double ValueOf(TrialNumber trial) => _entries[_positions[trial.Value]].Value;

    internal void SetPromoted(TrialNumber trial, bool isPromoted)
    {
        int position = _positions[trial.Value];
        ref Entry entry = ref _entries[position];
        if (entry.IsPromoted == isPromoted)
            return;
        entry.IsPromoted = isPromoted;
        PromotedCount += isPromoted ? 1 : -1;
        if (!isPromoted && entry.IsTop)
            _promotable.Push(position);
    }

    /// <summary>Takes a trial out as if it had never entered: a person cancelled it.</summary>
    internal void Remove(TrialNumber trial)
    {
        if (!_positions.TryGetValue(trial.Value, out int removed))
            return;
        Entry[] kept = [.. Entries().Where((_, position) => position != removed)];
        int failures = FailedCount;
        Clear();
        foreach (Entry entry in kept)
        {
            Add(new TrialNumber(entry.Trial), entry.Value);
            if (entry.IsPromoted)
                SetPromoted(new TrialNumber(entry.Trial), true);
        }

        FailedCount = failures;
        Balance();
    }

    /// <summary>The entries, best first, failures last without a trial.</summary>
    internal IReadOnlyList<RungEntry> Ranked()
    {
        int[] order = [.. Enumerable.Range(0, _used)];
        Array.Sort(order, (left, right) => left == right ? 0 : Precedes(left, right) ? -1 : 1);
        return [.. order.Select(position => new RungEntry(
            new TrialNumber(_entries[position].Trial),
            _entries[position].Value,
            _entries[position].IsPromoted))];
    }

    internal RungSummary Summary(BracketIndex bracket, int index, int? capacity = null) =>
        new(bracket, index, new Resource(Level), Count, PromotedCount, capacity);

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("failed", FailedCount);
        writer.WriteStartArray("entries");
        foreach (Entry entry in Entries())
        {
            writer.WriteNumberValue(entry.Trial);
            writer.WriteNumberValue(entry.Value);
            writer.WriteBooleanValue(entry.IsPromoted);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal void Load(JsonElement state)
    {
        Clear();
        JsonElement entries = state.GetProperty("entries");
        for (int i = 0; i + 2 < entries.GetArrayLength(); i += 3)
        {
            var trial = new TrialNumber(entries[i].GetInt32());
            Add(trial, entries[i + 1].GetDouble());
            if (entries[i + 2].GetBoolean())
                SetPromoted(trial, true);
        }

        FailedCount = state.GetProperty("failed").GetInt32();
        Balance();
    }

    private IEnumerable<Entry> Entries() => _entries.Take(_used);

    private void Clear()
    {
        _used = 0;
        FailedCount = 0;
        PromotedCount = 0;
        _positions.Clear();
        _top.Clear();
        _rest.Clear();
        _promotable.Clear();
    }

    private bool Precedes(int left, int right)
    {
        ref Entry one = ref _entries[left];
        ref Entry other = ref _entries[right];
        int byValue = _objective.Compare(one.Value, other.Value);
        return byValue != 0 ? byValue < 0 : one.Trial < other.Trial;
    }

    private void Insert(int entry)
    {
        if (_top.Count > 0 && Precedes(entry, _top.Top))
            Raise(entry);
        else
            _rest.Push(entry);
    }

    private void Balance()
    {
        int target = Math.Min(Kept, _positions.Count);
        while (_top.Count > target)
        {
            int lowered = _top.Pop();
            _entries[lowered].IsTop = false;
            _rest.Push(lowered);
        }

        while (_top.Count < target)
            Raise(_rest.Pop());
    }

    private void Raise(int entry)
    {
        _entries[entry].IsTop = true;
        _top.Push(entry);
        if (!_entries[entry].IsPromoted)
            _promotable.Push(entry);
    }

    private struct Entry
    {
        internal int Trial;
        internal double Value;
        internal bool IsTop;
        internal bool IsPromoted;
    }
}
