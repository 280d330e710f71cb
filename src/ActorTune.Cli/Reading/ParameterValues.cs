using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>Values of parameters and options as they are written.</summary>
internal static class ParameterValues
{
    /// <summary>Reads one value; a number without point and exponent is an integer.</summary>
    internal static ParameterValue? Read(HoconItem item)
    {
        switch (item.Value)
        {
            case HoconNumber number:
                bool isWhole = !number.Text.AsSpan().ContainsAny('.', 'e', 'E');
                if (isWhole && number.TryGetLong(out long whole))
                    return ParameterValue.Of(whole);
                return item.AsDouble() is { } real ? ParameterValue.Of(real) : null;
            case HoconBoolean boolean:
                return ParameterValue.Of(boolean.Value);
            case HoconString text:
                return ParameterValue.Of(text.Value);
            default:
                item.Refuse("expected a text, a number, true or false");
                return null;
        }
    }

    /// <summary>Reads a list; where one number is a float, all numbers become floats.</summary>
    internal static IReadOnlyList<ParameterValue>? ReadList(HoconItem item)
    {
        if (item.AsArray() is not { } elements)
            return null;
        ParameterValue?[] read = [.. elements.Select(Read)];
        if (read.Contains(null))
            return null;
        ParameterValue[] values = [.. read.Select(value => value!.Value)];
        bool hasFloat = values.Any(value => value.Kind == ParameterValueKind.Float);
        return hasFloat ? [.. values.Select(ToFloat)] : values;
    }

    /// <summary>
    /// The parameter's own value where the same number was written in another way.
    /// </summary>
    internal static ParameterValue Match(Parameter parameter, ParameterValue value)
    {
        IReadOnlyList<ParameterValue> own = parameter switch
        {
            OrdinalParameter ordinal => ordinal.Values,
            CategoricalParameter categorical => categorical.Choices,
            _ => [],
        };
        if (parameter is FloatParameter)
            return ToFloat(value);
        foreach (ParameterValue candidate in own)
        {
            if (candidate.SameNumber(value))
                return candidate;
        }

        return value;
    }

    private static ParameterValue ToFloat(ParameterValue value) =>
        value.IsNumber ? ParameterValue.Of(value.AsDouble()) : value;
}
