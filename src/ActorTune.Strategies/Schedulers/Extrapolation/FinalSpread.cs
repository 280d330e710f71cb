namespace ActorTune.Strategies.Schedulers.Extrapolation;

/// <summary>
/// How far completed trials were from their final value at each resource: the root mean square.
/// </summary>
internal sealed class FinalSpread
{
    private readonly SortedDictionary<long, (int Count, double Squares)> _steps = [];

    internal void Add(TrialCurve completed)
    {
        double final = completed.Points[^1].Key;
        foreach ((long step, double key) in completed.Points)
        {
            (int count, double squares) = _steps.GetValueOrDefault(step);
            _steps[step] = (count + 1, squares + (key - final) * (key - final));
        }
    }

    /// <summary>
    /// The spread at a resource, or at the highest one below it that a completed trial was
    /// measured at; zero without one.
    /// </summary>
    internal double At(long step)
    {
        if (!_steps.TryGetValue(step, out (int Count, double Squares) own))
        {
            foreach ((long known, (int Count, double Squares) at) in _steps)
            {
                if (known > step)
                    break;
                own = at;
            }
        }

        return own.Count == 0 ? 0 : Math.Sqrt(own.Squares / own.Count);
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("spread");
        foreach ((long step, (int count, double squares)) in _steps)
        {
            writer.WriteNumberValue(step);
            writer.WriteNumberValue(count);
            writer.WriteNumberValue(squares);
        }

        writer.WriteEndArray();
    }

    internal void Load(JsonElement state)
    {
        JsonElement spread = state.GetProperty("spread");
        for (int i = 0; i + 2 < spread.GetArrayLength(); i += 3)
            _steps.Add(
                spread[i].GetInt64(), (spread[i + 1].GetInt32(), spread[i + 2].GetDouble()));
    }
}
