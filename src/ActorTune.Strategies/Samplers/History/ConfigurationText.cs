namespace ActorTune.Strategies.Samplers.History;

/// <summary>
/// A configuration as one JSON array over the parameters of its space: a number, the position of a
/// value that is none, or null where the parameter is inactive.
/// </summary>
internal static class ConfigurationText
{
    internal static void Write(
        Utf8JsonWriter writer, SearchSpace space, Configuration configuration)
    {
        writer.WriteStartArray();
        foreach (Parameter parameter in space.Parameters)
        {
            if (!configuration.TryGet(parameter.Name, out ParameterValue value))
                writer.WriteNullValue();
            else if (parameter is FloatParameter)
                writer.WriteNumberValue(value.AsDouble());
            else if (parameter is IntegerParameter)
                writer.WriteNumberValue(value.AsInt64());
            else
                writer.WriteNumberValue(PositionOf(parameter, value));
        }

        writer.WriteEndArray();
    }

    internal static Configuration Read(JsonElement saved, SearchSpace space)
    {
        SavedState.Demand(
            saved.GetArrayLength() == space.Dimensions,
            "it belongs to another search space");
        var values = new List<KeyValuePair<string, ParameterValue>>();
        int index = 0;
        foreach (JsonElement element in saved.EnumerateArray())
        {
            Parameter parameter = space.Parameters[index++];
            if (element.ValueKind == JsonValueKind.Null)
                continue;
            values.Add(KeyValuePair.Create(parameter.Name, Value(parameter, element)));
        }

        return new Configuration(values);
    }

    private static ParameterValue Value(Parameter parameter, JsonElement element) =>
        parameter switch
        {
            FloatParameter => ParameterValue.Of(element.GetDouble()),
            IntegerParameter => ParameterValue.Of(element.GetInt64()),
            _ => parameter.ValueAt(element.GetInt64()),
        };

    private static long PositionOf(Parameter parameter, ParameterValue value)
    {
        for (long i = 0; i < parameter.ValueCount; i++)
        {
            if (parameter.ValueAt(i) == value)
                return i;
        }

        throw new InvalidOperationException($"'{value}' is not a value of '{parameter.Name}'");
    }
}
