using ActorTune.Arithmetic;
using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>Which start the sampler is at, with what population and step size.</summary>
internal sealed class RestartPlan
{
    // So that the memory of a generation stays bounded in studies without an end.
    private const int MostDoublings = 9;

    private static readonly StreamName Stream = new("cma-es-restart");

    private readonly RestartKind _kind;
    private readonly int _population;
    private readonly double _sigma;
    private readonly ulong _seed;
    private long _largeTrials;
    private long _smallTrials;
    private int _doublings;
    private bool _isSmall;

    internal RestartPlan(RestartKind kind, int population, double sigma, ulong seed)
    {
        _kind = kind;
        _population = population;
        _sigma = sigma;
        _seed = seed;
        Population = population;
        Sigma = sigma;
    }

    /// <summary>How many starts there were before this one.</summary>
    internal int Count { get; private set; }

    /// <summary>The population of this start.</summary>
    internal int Population { get; private set; }

    /// <summary>The first step size of this start.</summary>
    internal double Sigma { get; private set; }

    /// <summary>Counts the results of a generation.</summary>
    internal void Spend()
    {
        if (_isSmall)
            _smallTrials += Population;
        else
            _largeTrials += Population;
    }

    /// <summary>Goes to the next start.</summary>
    /// <returns>Chance for where it begins, or null when there is none.</returns>
    internal RandomStream? Next()
    {
        if (_kind == RestartKind.None)
            return null;
        var chance = RandomStream.For(_seed, Stream, 0, ++Count);

        // The first start counts for neither kind, and a doubled one follows it.
        if (Count == 1)
            _largeTrials = 0;
        _isSmall = _kind == RestartKind.Bipop && Count > 1 && _smallTrials < _largeTrials;
        if (_isSmall)
            StartSmall(chance);
        else
            StartLarge();
        return chance;
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("restarts");
        writer.WriteNumberValue(Count);
        writer.WriteNumberValue(Population);
        writer.WriteNumberValue(Sigma);
        writer.WriteNumberValue(_largeTrials);
        writer.WriteNumberValue(_smallTrials);
        writer.WriteNumberValue(_doublings);
        writer.WriteBooleanValue(_isSmall);
        writer.WriteEndArray();
    }

    internal void Load(JsonElement state)
    {
        JsonElement saved = state.GetProperty("restarts");
        Count = saved[0].GetInt32();
        Population = saved[1].GetInt32();
        Sigma = saved[2].GetDouble();
        SavedState.Demand(Population >= 2 && Sigma > 0, "its population or step size is none");
        _largeTrials = saved[3].GetInt64();
        _smallTrials = saved[4].GetInt64();
        _doublings = saved[5].GetInt32();
        _isSmall = saved[6].GetBoolean();
    }

    private void StartLarge()
    {
        _doublings = Math.Min(_doublings + 1, MostDoublings);
        Population = _population << _doublings;
        Sigma = _sigma;
    }

    // Section 2 of the BIPOP paper.
    private void StartSmall(RandomStream chance)
    {
        double u = chance.NextOpenDouble();
        double ratio = (_population << _doublings) / (2.0 * _population);
        Population = Math.Max(_population, (int)(_population * PortableMath.Pow(ratio, u * u)));
        Sigma = _sigma * PortableMath.Pow(10, -2 * chance.NextOpenDouble());
    }
}
