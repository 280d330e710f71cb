namespace ActorTune.Samples.OwnScheduler;

/// <summary>A level at which trials are compared.</summary>
/// <param name="objective">Says which value is better.</param>
/// <param name="level">The resource.</param>
internal sealed class OwnRung(Objective objective, long level)
{
    private readonly List<(TrialNumber Trial, double? Value)> _entries = [];
    private readonly SortedSet<TrialNumber> _promoted = [];

    internal long Level => level;

    internal int Count => _entries.Count;

    internal int PromotedCount => _promoted.Count;

    internal bool Holds(TrialNumber trial) => _entries.Exists(entry => entry.Trial == trial);

    internal bool IsPromoted(TrialNumber trial) => _promoted.Contains(trial);

    /// <summary>Enters a trial; without a value it failed on the way and ranks last.</summary>
    internal void Enter(TrialNumber trial, double? value)
    {
        int place = _entries.FindIndex(entry => IsBefore((trial, value), entry));
        _entries.Insert(place < 0 ? _entries.Count : place, (trial, value));
    }

    internal void Promote(TrialNumber trial) => _promoted.Add(trial);

    internal void Remove(TrialNumber trial)
    {
        _entries.RemoveAll(entry => entry.Trial == trial);
        _promoted.Remove(trial);
    }

    /// <summary>The trials from the best one on.</summary>
    internal IEnumerable<RungEntry> Ranking() => _entries.Select(
        entry => new RungEntry(entry.Trial, entry.Value, IsPromoted(entry.Trial)));

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach ((TrialNumber trial, double? value) in _entries)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(trial.Value);
            if (value is { } number)
                writer.WriteNumberValue(number);
            else
                writer.WriteNullValue();
            writer.WriteBooleanValue(IsPromoted(trial));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    internal void Load(JsonElement saved)
    {
        foreach (JsonElement entry in saved.EnumerateArray())
        {
            var trial = new TrialNumber(entry[0].GetInt32());
            double? value = entry[1].ValueKind == JsonValueKind.Null ? null : entry[1].GetDouble();
            _entries.Add((trial, value));
            if (entry[2].GetBoolean())
                _promoted.Add(trial);
        }
    }

    private bool IsBefore(
        (TrialNumber Trial, double? Value) one, (TrialNumber Trial, double? Value) other)
    {
        if (one.Value is not { } value)
            return other.Value is null && one.Trial.Value < other.Trial.Value;
        if (other.Value is not { } best)
            return true;
        int order = objective.Compare(value, best);
        return order < 0 || (order == 0 && one.Trial.Value < other.Trial.Value);
    }
}
