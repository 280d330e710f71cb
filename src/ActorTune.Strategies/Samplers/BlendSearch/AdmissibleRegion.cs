namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>
/// Where the global search may try: within a margin of what the local searches have reached, in
/// each parameter whose cheap value is known because it has a default (Wang et al., ICLR 2021).
/// The others are free.
/// </summary>
/// <remarks>
/// Global trials that have not ended widen it for those beside them only.
/// </remarks>
internal sealed class AdmissibleRegion
{
    /// <summary>The margin, and by how much a local search that converged widens it.</summary>
    internal const double Margin = 0.1;

    private readonly SearchSpace _space;
    private readonly int[] _bounded;
    private double[] _low;
    private double[] _high;
    private double[] _widerLow;
    private double[] _widerHigh;

    internal AdmissibleRegion(SearchSpace space, Configuration start)
    {
        _space = space;
        _bounded =
        [
            .. Enumerable.Range(0, space.Dimensions).Where(i =>
                space.Parameters[i].Default is not null
                && BlendSpace.HasOrder(space.Parameters[i])),
        ];
        double[] point = space.Encode(start);
        _low = Array.ConvertAll(_bounded, i => point[i]);
        _high = (double[])_low.Clone();
        _widerLow = (double[])_low.Clone();
        _widerHigh = (double[])_low.Clone();
    }

    /// <summary>Whether the global search may try a configuration.</summary>
    internal bool Allows(Configuration configuration)
    {
        double[] point = _space.Encode(configuration);
        for (int i = 0; i < _bounded.Length; i++)
        {
            double place = point[_bounded[i]];
            bool isFree = !configuration.Contains(_space.Parameters[_bounded[i]].Name);
            if (!isFree && (place < _widerLow[i] - Margin || place > _widerHigh[i] + Margin))
                return false;
        }

        return true;
    }

    /// <summary>A configuration with its bounded places moved into the region.</summary>
    internal Configuration Confine(Configuration configuration)
    {
        double[] point = _space.Encode(configuration);
        for (int i = 0; i < _bounded.Length; i++)
        {
            point[_bounded[i]] = Math.Clamp(
                point[_bounded[i]],
                Math.Max(0, _widerLow[i] - Margin),
                Math.Min(1, _widerHigh[i] + Margin));
        }

        return _space.Decode(point);
    }

    /// <summary>Takes in that a local search tries a configuration.</summary>
    internal void Reach(Configuration configuration)
    {
        Include(configuration, _low, _high);
        Settle();
    }

    /// <summary>Takes in that the global search tries a configuration.</summary>
    internal void Relax(Configuration configuration) =>
        Include(configuration, _widerLow, _widerHigh);

    /// <summary>Forgets what the global search tried.</summary>
    internal void Settle()
    {
        _widerLow = (double[])_low.Clone();
        _widerHigh = (double[])_high.Clone();
    }

    /// <summary>A local search converged.</summary>
    internal void Widen()
    {
        for (int i = 0; i < _bounded.Length; i++)
        {
            _low[i] = Math.Max(0, _low[i] - Margin);
            _high[i] = Math.Min(1, _high[i] + Margin);
        }

        Settle();
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (double[] bounds in new[] { _low, _high, _widerLow, _widerHigh })
        {
            writer.WriteStartArray();
            foreach (double bound in bounds)
                writer.WriteNumberValue(bound);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    internal void Load(JsonElement saved)
    {
        _low = Bounds(saved[0]);
        _high = Bounds(saved[1]);
        _widerLow = Bounds(saved[2]);
        _widerHigh = Bounds(saved[3]);
    }

    private double[] Bounds(JsonElement saved)
    {
        SavedState.Demand(
            saved.GetArrayLength() == _bounded.Length, "it belongs to another search space");
        return [.. saved.EnumerateArray().Select(bound => bound.GetDouble())];
    }

    private void Include(Configuration configuration, double[] low, double[] high)
    {
        double[] point = _space.Encode(configuration);
        for (int i = 0; i < _bounded.Length; i++)
        {
            if (!configuration.Contains(_space.Parameters[_bounded[i]].Name))
                continue;
            low[i] = Math.Min(low[i], point[_bounded[i]]);
            high[i] = Math.Max(high[i], point[_bounded[i]]);
        }
    }
}
