using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Median;

/// <summary>What completed trials had at one resource, split at the median.</summary>
internal sealed class StepValues
{
    private readonly RankSplit _split = new(KeptShare.ToQuantile(2));
    private readonly List<double> _keys = [];

    internal int Count => _keys.Count;

    internal int Kept => _split.Kept;

    /// <summary>The median of the keys; between two it is their middle.</summary>
    internal double Median => _split.Quantile(2);

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
