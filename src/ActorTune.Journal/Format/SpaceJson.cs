namespace ActorTune.Journal.Format;

/// <summary>The stored form of search spaces.</summary>
internal static class SpaceJson
{
    internal static void Write(Utf8JsonWriter writer, SearchSpace space)
    {
        writer.WriteStartObject("search-space");
        writer.WriteStartArray("parameters");
        foreach (Parameter parameter in space.Parameters)
            ParameterJson.Write(writer, parameter);
        writer.WriteEndArray();
        writer.WriteStartArray("forbidden");
        foreach (ForbiddenCombination combination in space.Forbidden)
        {
            writer.WriteStartObject();
            WriteNamed(writer, combination.Values);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("inequalities");
        foreach (Inequality inequality in space.Inequalities)
        {
            writer.WriteStartObject();
            writer.WriteString("smaller", inequality.Smaller);
            writer.WriteString("larger", inequality.Larger);
            writer.WriteBoolean("strict", inequality.IsStrict);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static SearchSpace Read(JsonElement element)
    {
        var fields = new ObjectFields("a search space", element);
        var space = new SearchSpace(
            fields.List("parameters", ParameterJson.Read),
            fields.List("forbidden", one => new ForbiddenCombination(ReadNamed(one))),
            fields.List("inequalities", ReadInequality));
        fields.Finish();
        return space;
    }

    internal static void WriteNamed(
        Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, ParameterValue>> values)
    {
        foreach ((string name, ParameterValue value) in values)
        {
            writer.WritePropertyName(name);
            ValueJson.Write(writer, value);
        }
    }

    internal static KeyValuePair<string, ParameterValue>[] ReadNamed(JsonElement element) =>
    [
        .. element.EnumerateObject().Select(
            property => KeyValuePair.Create(property.Name, ValueJson.Read(property.Value))),
    ];

    private static Inequality ReadInequality(JsonElement element)
    {
        var fields = new ObjectFields("an inequality", element);
        var inequality = new Inequality(
            fields.Text("smaller"), fields.Text("larger"), fields.Flag("strict"));
        fields.Finish();
        return inequality;
    }
}
