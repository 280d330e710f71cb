namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// What is kept between suggestions besides the history: the last fits, each the start of the
/// next, and when they were made.
/// </summary>
internal sealed class GaussianProcessState(int models, int parameters)
{
    private readonly double[]?[] _fits = new double[models][];

    /// <summary>The changes of observations since the last fit.</summary>
    internal int Age { get; set; }

    /// <summary>How many trials there were when the choices of a fit were last looked at.</summary>
    internal int ReviewedCount { get; set; }

    /// <summary>Which bend of the outputs was chosen last.</summary>
    internal int Bend { get; set; } = OutputTransform.Start;

    /// <summary>The logarithms of a model's parameters at its last fit; null before any.</summary>
    internal double[]? this[int model]
    {
        get => _fits[model];
        set => _fits[model] = value;
    }

    /// <summary>Whether every model has a fit.</summary>
    internal bool IsFitted => Array.TrueForAll(_fits, fit => fit is not null);

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteNumber("age", Age);
        writer.WriteNumber("reviewed", ReviewedCount);
        writer.WriteNumber("bend", Bend);
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
        ReviewedCount = saved.GetProperty("reviewed").GetInt32();
        Bend = saved.GetProperty("bend").GetInt32();
        SavedState.Demand(
            Bend >= 0 && Bend < OutputTransform.Bends.Length, $"there is no bend {Bend}");
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
