using System.Text.Json;

namespace ActorTune.Programs.Wire;

/// <summary>One JSON value with its name; reading it says what is missing or odd.</summary>
internal readonly struct JsonFields
{
    private readonly JsonElement _element;

    internal JsonFields(JsonElement element, string name)
    {
        _element = element;
        Name = name;
    }

    internal string Name { get; }

    internal bool IsNull(string name) => Field(name)._element.ValueKind == JsonValueKind.Null;

    internal JsonFields Object(string name)
    {
        JsonFields field = Field(name);
        return field._element.ValueKind == JsonValueKind.Object
            ? field
            : throw field.Odd("an object");
    }

    internal IEnumerable<JsonFields> Members()
    {
        foreach (JsonProperty property in _element.EnumerateObject())
            yield return new JsonFields(property.Value, property.Name);
    }

    internal string Text(string name)
    {
        JsonFields field = Field(name);
        return field._element.ValueKind == JsonValueKind.String
            ? field._element.GetString()!
            : throw field.Odd("a text");
    }

    internal bool Boolean(string name)
    {
        JsonFields field = Field(name);
        return field._element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw field.Odd("true or false"),
        };
    }

    internal long Integer(string name, long least, long greatest = long.MaxValue)
    {
        JsonFields field = Field(name);
        if (field._element.ValueKind != JsonValueKind.Number
            || !field._element.TryGetInt64(out long number)
            || number < least || number > greatest)
            throw field.Odd($"a whole number of at least {least}");
        return number;
    }

    internal IReadOnlyList<int> Integers(string name)
    {
        JsonFields field = Field(name);
        if (field._element.ValueKind != JsonValueKind.Array)
            throw field.Odd("a list of whole numbers");
        return
        [
            .. field._element.EnumerateArray().Select(item =>
                item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out int number)
                    ? number
                    : throw field.Odd("a list of whole numbers")),
        ];
    }

    internal Resource Resource(string name) => new(Integer(name, 0));

    internal Resource? ResourceOrNull(string name) => IsNull(name) ? null : Resource(name);

    internal T Named<T>(string name, IReadOnlyList<(string Name, T Value)> names)
    {
        string text = Text(name);
        foreach ((string known, T value) in names)
        {
            if (known == text)
                return value;
        }

        throw Field(name).Odd($"one of {string.Join(", ", names.Select(known => known.Name))}");
    }

    internal double Metric()
    {
        if (_element.ValueKind == JsonValueKind.Number && _element.TryGetDouble(out double number))
            return number;
        return _element.ValueKind == JsonValueKind.String
            ? _element.GetString() switch
            {
                "NaN" => double.NaN,
                "Infinity" => double.PositiveInfinity,
                "-Infinity" => double.NegativeInfinity,
                _ => throw Odd("a number, NaN, Infinity or -Infinity"),
            }
            : throw Odd("a number");
    }

    internal ParameterValue ParameterValue() => _element.ValueKind switch
    {
        JsonValueKind.True => Spaces.ParameterValue.Of(true),
        JsonValueKind.False => Spaces.ParameterValue.Of(false),
        JsonValueKind.String => Spaces.ParameterValue.Of(_element.GetString()!),
        JsonValueKind.Number when !_element.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') =>
            _element.TryGetInt64(out long integer)
                ? Spaces.ParameterValue.Of(integer)
                : throw Odd("a number of 64 bits"),
        JsonValueKind.Number => Spaces.ParameterValue.Of(_element.GetDouble()),
        _ => throw Odd("a number, a text, true or false"),
    };

    private JsonFields Field(string name)
    {
        if (_element.ValueKind != JsonValueKind.Object)
            throw Odd("an object");
        return _element.TryGetProperty(name, out JsonElement field)
            ? new JsonFields(field, name)
            : throw new JsonException($"the {Name} lacks '{name}'.");
    }

    private JsonException Odd(string wanted) =>
        new($"'{Name}' must be {wanted}, got {_element.GetRawText()}.");
}
