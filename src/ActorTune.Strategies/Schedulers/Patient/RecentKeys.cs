namespace ActorTune.Strategies.Schedulers.Patient;

/// <summary>
/// A trial's last measurements, as many as a window takes, and the best of all before them.
/// </summary>
internal sealed class RecentKeys(int window)
{
    private readonly Queue<double> _recent = new();

    /// <summary>The best key before the window; infinite while the window is not full.</summary>
    internal double BestBefore { get; private set; } = double.PositiveInfinity;

    /// <summary>The best key in the window.</summary>
    internal double BestRecent
    {
        get
        {
            double best = double.PositiveInfinity;
            foreach (double key in _recent)
                best = Math.Min(best, key);
            return best;
        }
    }

    internal int Count => _recent.Count;

    internal void Add(double key)
    {
        if (_recent.Count == window)
            BestBefore = Math.Min(BestBefore, _recent.Dequeue());
        _recent.Enqueue(key);
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        if (double.IsFinite(BestBefore))
            writer.WriteNumberValue(BestBefore);
        foreach (double key in _recent)
            writer.WriteNumberValue(key);
        writer.WriteEndArray();
    }

    internal void Load(JsonElement state)
    {
        foreach (JsonElement key in state.EnumerateArray())
            Add(key.GetDouble());
    }
}
