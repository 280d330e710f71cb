using System.Text.Json;

namespace ActorTune.Cli.Forking;

/// <summary>Writes a search space as a configuration file says it.</summary>
internal static class SpaceText
{
    internal static void Write(Utf8JsonWriter writer, SearchSpace space)
    {
        writer.WriteStartObject("search-space");
        foreach (Parameter parameter in space.Parameters)
        {
            writer.WriteStartObject(parameter.Name);
            WriteKind(writer, parameter);
            if (parameter.Default is { } value)
            {
                writer.WritePropertyName("default");
                WriteValue(writer, value);
            }

            if (parameter.When.Count > 0)
                WriteConditions(writer, parameter.When);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        WriteRules(writer, space);
    }

    private static void WriteRules(Utf8JsonWriter writer, SearchSpace space)
    {
        writer.WriteStartArray("forbidden");
        foreach (ForbiddenCombination combination in space.Forbidden)
        {
            writer.WriteStartObject();
            WriteNamed(writer, combination.Values);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("inequalities");
        foreach (Inequality order in space.Inequalities)
            writer.WriteStringValue(
                $"{order.Smaller} {(order.IsStrict ? "<" : "<=")} {order.Larger}");
        writer.WriteEndArray();
    }

    internal static void WriteNamed(
        Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, ParameterValue>> values)
    {
        foreach ((string name, ParameterValue value) in values)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }
    }

    internal static void WriteBounds(Utf8JsonWriter writer, double? least, double? most)
    {
        if (least is { } low)
            writer.WriteNumber("at-least", low);
        if (most is { } high)
            writer.WriteNumber("at-most", high);
    }

    private static void WriteKind(Utf8JsonWriter writer, Parameter parameter)
    {
        switch (parameter)
        {
            case FloatParameter number: WriteNumber(writer, number); break;
            case IntegerParameter number: WriteNumber(writer, number); break;
            case CategoricalParameter choice:
                WriteValues(writer, "choice", choice.Choices);
                WriteWeights(writer, choice.Weights);
                break;
            case OrdinalParameter ordinal:
                WriteValues(writer, "ordinal", ordinal.Values);
                break;
            case BooleanParameter:
                writer.WriteBoolean("boolean", true);
                break;
            case ConstantParameter constant:
                writer.WritePropertyName("constant");
                WriteValue(writer, constant.Value);
                break;
            default:
                throw new ArgumentException($"{parameter.GetType().Name} has no written form.");
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, FloatParameter number)
    {
        WriteValues(
            writer, "float", ParameterValue.Of(number.Low), ParameterValue.Of(number.High));
        WriteScale(writer, number.Scale);
        if (number.Step is { } step)
            writer.WriteNumber("step", step);
    }

    private static void WriteNumber(Utf8JsonWriter writer, IntegerParameter number)
    {
        WriteValues(writer, "int", ParameterValue.Of(number.Low), ParameterValue.Of(number.High));
        WriteScale(writer, number.Scale);
        writer.WriteNumber("step", number.Step);
    }

    private static void WriteScale(Utf8JsonWriter writer, Scale scale)
    {
        if (scale != Scale.Linear)
            writer.WriteBoolean(scale == Scale.Log ? "log" : "reverse-log", true);
    }

    private static void WriteWeights(Utf8JsonWriter writer, IReadOnlyList<double>? weights)
    {
        if (weights is null)
            return;
        writer.WriteStartArray("weights");
        foreach (double weight in weights)
            writer.WriteNumberValue(weight);
        writer.WriteEndArray();
    }

    private static void WriteConditions(
        Utf8JsonWriter writer, IReadOnlyList<Condition> conditions)
    {
        writer.WriteStartObject("when");
        foreach (Condition condition in conditions)
        {
            if (condition.IsOneOf)
            {
                WriteValues(writer, condition.Parent, condition.Values);
                continue;
            }

            writer.WriteStartObject(condition.Parent);
            WriteBounds(writer, condition.AtLeast, condition.AtMost);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteValues(
        Utf8JsonWriter writer, string name, params IReadOnlyList<ParameterValue> values)
    {
        writer.WriteStartArray(name);
        foreach (ParameterValue value in values)
            WriteValue(writer, value);
        writer.WriteEndArray();
    }

    // A float keeps a point or an exponent, so that it is read as one.
    private static void WriteValue(Utf8JsonWriter writer, ParameterValue value)
    {
        switch (value.Kind)
        {
            case ParameterValueKind.Float:
                string text = value.AsDouble().ToString("R", CultureInfo.InvariantCulture);
                bool isWhole = !text.AsSpan().ContainsAny('.', 'E', 'e');
                writer.WriteRawValue(isWhole ? text + ".0" : text);
                break;
            case ParameterValueKind.Integer:
                writer.WriteNumberValue(value.AsInt64());
                break;
            case ParameterValueKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean());
                break;
            default:
                writer.WriteStringValue(value.AsText());
                break;
        }
    }
}
