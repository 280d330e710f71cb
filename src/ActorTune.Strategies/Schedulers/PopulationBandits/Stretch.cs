using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>What one configuration made of a trial between two comparisons.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Since">The resource at its beginning.</param>
/// <param name="Until">The resource at its end.</param>
/// <param name="Before">The objective at its beginning, negated where it is maximised.</param>
/// <param name="After">The objective at its end, likewise.</param>
internal sealed record Stretch(
    Configuration Configuration, Resource Since, Resource Until, double Before, double After)
{
    /// <summary>
    /// How much better the objective became for each unit of resource (Parker-Holder, Nguyen and
    /// Roberts, NeurIPS 2020).
    /// </summary>
    internal double Gain => (Before - After) / (Until.Units - Since.Units);

    internal void Save(Utf8JsonWriter writer, SearchSpace space)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Since.Units);
        writer.WriteNumberValue(Until.Units);
        writer.WriteNumberValue(Before);
        writer.WriteNumberValue(After);
        ConfigurationText.Write(writer, space, Configuration);
        writer.WriteEndArray();
    }

    internal static Stretch Load(JsonElement state, SearchSpace space)
    {
        var stretch = new Stretch(
            ConfigurationText.Read(state[4], space),
            new Resource(state[0].GetInt64()),
            new Resource(state[1].GetInt64()),
            state[2].GetDouble(),
            state[3].GetDouble());
        SavedState.Demand(stretch.Until > stretch.Since, "it has an interval that ends too early");
        return stretch;
    }
}
