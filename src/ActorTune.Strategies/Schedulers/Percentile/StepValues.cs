using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Percentile;

/// <summary>What completed trials had at one resource, split at a percentile.</summary>
internal sealed class StepValues(Share percentile)
{
    private readonly RankSplit _split = new(KeptShare.ToQuantile(percentile));
    private readonly List<double> _keys = [];

    internal int Count => _keys.Count;

    internal int Kept => _split.Kept;

    /// <summary>
    /// The percentile of the keys, smaller being better; between two of them it is linear.
    /// </summary>
    internal double Cutoff => _split.Quantile(percentile);

    internal void Add(double key)
    {
        _split.Add(new RankedEntry(key, _keys.Count, 0));
        _keys.Add(key);
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (double key in _keys)
            writer.WriteNumberValue(key);
        writer.WriteEndArray();
    }

    internal void Load(JsonElement state)
    {
        foreach (JsonElement key in state.EnumerateArray())
            Add(key.GetDouble());
    }
}
