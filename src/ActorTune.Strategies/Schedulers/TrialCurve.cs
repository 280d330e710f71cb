namespace ActorTune.Strategies.Schedulers;

/// <summary>
/// The measurements of a trial that has not completed, as keys (smaller is better).
/// </summary>
internal sealed class TrialCurve
{
    private readonly List<(long Step, double Key)> _points = [];
    private double _sum;

    internal IReadOnlyList<(long Step, double Key)> Points => _points;

    internal double BestKey { get; private set; } = double.PositiveInfinity;

    /// <summary>The mean of the keys, added up in the order of the measurements.</summary>
    internal double MeanKey => _sum / _points.Count;

    /// <summary>The resource of the measurement before the last; -1 when there is none.</summary>
    internal long PreviousStep => _points.Count < 2 ? -1 : _points[^2].Step;

    internal void Add(long step, double key)
    {
        _points.Add((step, key));
        _sum += key;
        BestKey = Math.Min(BestKey, key);
    }

    /// <summary>The key of the first measurement at or above a resource; NaN without one.</summary>
    internal double KeyFrom(long step)
    {
        int low = 0;
        int high = _points.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_points[middle].Step < step)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _points.Count ? _points[low].Key : double.NaN;
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach ((long step, double key) in _points)
        {
            writer.WriteNumberValue(step);
            writer.WriteNumberValue(key);
        }

        writer.WriteEndArray();
    }

    internal void Load(JsonElement state)
    {
        for (int i = 0; i + 1 < state.GetArrayLength(); i += 2)
            Add(state[i].GetInt64(), state[i + 1].GetDouble());
    }
}
