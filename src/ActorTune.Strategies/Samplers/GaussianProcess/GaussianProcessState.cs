namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// What is kept between suggestions besides the history: the last fits, and how many changes of
/// the observations they are old.
/// </summary>
internal sealed class GaussianProcessState(int models, int parameters)
{
    private readonly double[]?[] _fits = new double[models][];

    /// <summary>The changes since the last fit.</summary>
    internal int Age { get; set; }

    /// <summary>The logarithms of a model's parameters at its last fit; null before any.</summary>
    internal double[]? this[int model]
    {
        get => _fits[model];
        set => _fits[model] = value;
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteNumber("age", Age);
        writer.WriteStartArray("fits");
        foreach (double[]? fit in _fits)
        {
            writer.WriteStartArray();
            foreach (double log in fit ?? [])
                writer.WriteNumberValue(log);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    internal void Load(JsonElement saved)
    {
        Age = saved.GetProperty("age").GetInt32();
        JsonElement fits = saved.GetProperty("fits");
        SavedState.Demand(fits.GetArrayLength() == _fits.Length, "it has another count of models");
        for (int model = 0; model < _fits.Length; model++)
        {
            double[] fit = [.. fits[model].EnumerateArray().Select(log => log.GetDouble())];
            SavedState.Demand(
                fit.Length == 0 || fit.Length == parameters,
                "its fits belong to another search space");
            _fits[model] = fit.Length == 0 ? null : fit;
        }
    }
}
