namespace ActorTune.Journal.Format;

/// <summary>The stored form of parameters: a kind and the fields of that kind.</summary>
internal static class ParameterJson
{
    internal static void Write(Utf8JsonWriter writer, Parameter parameter)
    {
        writer.WriteStartObject();
        writer.WriteString("name", parameter.Name);
        switch (parameter)
        {
            case FloatParameter number: WriteFloat(writer, number); break;
            case IntegerParameter number: WriteInteger(writer, number); break;
            case CategoricalParameter choice: WriteCategorical(writer, choice); break;
            case OrdinalParameter ordinal:
                writer.WriteString("kind", "ordinal");
                WriteValues(writer, "values", ordinal.Values);
                break;
            case BooleanParameter: writer.WriteString("kind", "boolean"); break;
            case ConstantParameter constant:
                writer.WriteString("kind", "constant");
                writer.WritePropertyName("value");
                ValueJson.Write(writer, constant.Value);
                break;
            default:
                throw new ArgumentException($"{parameter.GetType().Name} has no stored form.");
        }

        WriteCommon(writer, parameter);
        writer.WriteEndObject();
    }

    internal static Parameter Read(JsonElement element)
    {
        var fields = new ObjectFields("a parameter", element);
        string name = fields.Text("name");
        string kind = fields.Text("kind");
        ParameterValue? fallback =
            fields.Find("default") is { } value ? ValueJson.Read(value) : null;
        Condition[] when = fields.Find("when") is { } conditions
            ? [.. conditions.EnumerateArray().Select(ReadCondition)]
            : [];
        Parameter parameter = ReadKind(kind, name, fields) with { Default = fallback, When = when };
        fields.Finish();
        return parameter;
    }

    private static Parameter ReadKind(string kind, string name, ObjectFields fields) => kind switch
    {
        "float" => new FloatParameter(
            name, fields.Take("low").GetDouble(), fields.Take("high").GetDouble())
        {
            Scale = Words.Scales.Parse(fields.Text("scale")),
            Step = fields.Find("step")?.GetDouble(),
        },
        "integer" => new IntegerParameter(
            name, fields.Take("low").GetInt64(), fields.Take("high").GetInt64())
        {
            Scale = Words.Scales.Parse(fields.Text("scale")),
            Step = fields.Take("step").GetInt64(),
        },
        "categorical" => new CategoricalParameter(
            name,
            fields.List("choices", ValueJson.Read),
            fields.Find("weights") is { } weights
                ? [.. weights.EnumerateArray().Select(weight => weight.GetDouble())]
                : null),
        "ordinal" => new OrdinalParameter(name, fields.List("values", ValueJson.Read)),
        "boolean" => new BooleanParameter(name),
        "constant" => new ConstantParameter(name, ValueJson.Read(fields.Take("value"))),
        _ => throw new JsonException($"the parameter '{name}' is of the unknown kind '{kind}'"),
    };

    private static void WriteFloat(Utf8JsonWriter writer, FloatParameter parameter)
    {
        writer.WriteString("kind", "float");
        writer.WriteNumber("low", parameter.Low);
        writer.WriteNumber("high", parameter.High);
        writer.WriteString("scale", Words.Scales[parameter.Scale]);
        if (parameter.Step is { } step)
            writer.WriteNumber("step", step);
    }

    private static void WriteInteger(Utf8JsonWriter writer, IntegerParameter parameter)
    {
        writer.WriteString("kind", "integer");
        writer.WriteNumber("low", parameter.Low);
        writer.WriteNumber("high", parameter.High);
        writer.WriteString("scale", Words.Scales[parameter.Scale]);
        writer.WriteNumber("step", parameter.Step);
    }

    private static void WriteCategorical(Utf8JsonWriter writer, CategoricalParameter parameter)
    {
        writer.WriteString("kind", "categorical");
        WriteValues(writer, "choices", parameter.Choices);
        if (parameter.Weights is null)
            return;
        writer.WriteStartArray("weights");
        foreach (double weight in parameter.Weights)
            writer.WriteNumberValue(weight);
        writer.WriteEndArray();
    }

    private static void WriteCommon(Utf8JsonWriter writer, Parameter parameter)
    {
        if (parameter.Default is { } value)
        {
            writer.WritePropertyName("default");
            ValueJson.Write(writer, value);
        }

        if (parameter.When.Count == 0)
            return;
        writer.WriteStartArray("when");
        foreach (Condition condition in parameter.When)
            WriteCondition(writer, condition);
        writer.WriteEndArray();
    }

    private static void WriteCondition(Utf8JsonWriter writer, Condition condition)
    {
        writer.WriteStartObject();
        writer.WriteString("parent", condition.Parent);
        if (condition.IsOneOf)
            WriteValues(writer, "values", condition.Values);
        if (condition.AtLeast is { } low)
            writer.WriteNumber("at-least", low);
        if (condition.AtMost is { } high)
            writer.WriteNumber("at-most", high);
        writer.WriteEndObject();
    }

    private static Condition ReadCondition(JsonElement element)
    {
        var fields = new ObjectFields("a condition", element);
        string parent = fields.Text("parent");
        JsonElement? values = fields.Find("values");
        Condition condition = values is { } given
            ? Condition.OneOf(parent, [.. given.EnumerateArray().Select(ValueJson.Read)])
            : Condition.Between(
                parent,
                fields.Find("at-least")?.GetDouble(),
                fields.Find("at-most")?.GetDouble());
        fields.Finish();
        return condition;
    }

    private static void WriteValues(
        Utf8JsonWriter writer, string name, IReadOnlyList<ParameterValue> values)
    {
        writer.WriteStartArray(name);
        foreach (ParameterValue value in values)
            ValueJson.Write(writer, value);
        writer.WriteEndArray();
    }
}
