using ActorTune.Strategies.Schedulers.PopulationBased;

namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>
/// The latest intervals of a population that were measured at both ends, oldest first, and where
/// its members began those that they are in.
/// </summary>
/// <remarks>
/// A child begins where its donor was compared last. A founder's first interval has no beginning
/// that was measured and tells nothing.
/// </remarks>
internal sealed class StretchHistory(Objective objective, SearchSpace space, int window)
{
    private readonly double _sign = objective.Direction == Direction.Minimize ? 1 : -1;
    private readonly SortedDictionary<int, Standpoint> _standpoints = [];
    private readonly List<Stretch> _stretches = [];

    /// <summary>The intervals, oldest first.</summary>
    internal IReadOnlyList<Stretch> Stretches => _stretches;

    /// <summary>Grows with every interval.</summary>
    internal long Revision { get; private set; }

    /// <summary>Where a member began its interval; null where nothing was measured.</summary>
    internal Standpoint? Find(TrialNumber trial) =>
        _standpoints.TryGetValue(trial.Value, out Standpoint standpoint) ? standpoint : null;

    internal void Start(Member member, TrialNumber? donor)
    {
        if (donor is { } parent && Find(parent) is { } standpoint)
            _standpoints[member.Trial.Value] = standpoint;
    }

    internal void Compare(Member member)
    {
        var now = new Standpoint(member.Resource, _sign * member.Value!.Value);
        if (Find(member.Trial) is { } before && now.Resource > before.Resource)
            Add(new Stretch(
                member.Configuration, before.Resource, now.Resource, before.Loss, now.Loss));
        _standpoints[member.Trial.Value] = now;
    }

    internal void Remove(TrialNumber trial) => _standpoints.Remove(trial.Value);

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("standpoints");
        foreach ((int trial, Standpoint standpoint) in _standpoints)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(trial);
            writer.WriteNumberValue(standpoint.Resource.Units);
            writer.WriteNumberValue(standpoint.Loss);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("stretches");
        foreach (Stretch stretch in _stretches)
            stretch.Save(writer, space);
        writer.WriteEndArray();
    }

    internal void Load(JsonElement state)
    {
        foreach (JsonElement saved in state.GetProperty("standpoints").EnumerateArray())
            _standpoints.Add(
                new TrialNumber(saved[0].GetInt32()).Value,
                new Standpoint(new Resource(saved[1].GetInt64()), saved[2].GetDouble()));
        foreach (JsonElement saved in state.GetProperty("stretches").EnumerateArray())
            _stretches.Add(Stretch.Load(saved, space));
    }

    private void Add(Stretch stretch)
    {
        Revision++;
        if (_stretches.Count == window)
            _stretches.RemoveAt(0);
        _stretches.Add(stretch);
    }
}
