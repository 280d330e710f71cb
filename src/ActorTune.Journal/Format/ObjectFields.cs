namespace ActorTune.Journal.Format;

/// <summary>
/// Reads the fields of one object by name and refuses what is missing, comes twice or is unknown:
/// a definition that is not understood whole is not understood.
/// </summary>
internal sealed class ObjectFields
{
    private readonly string _what;
    private readonly Dictionary<string, JsonElement> _fields = [];

    internal ObjectFields(string what, JsonElement element)
    {
        _what = what;
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException($"{what} must be an object");
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!_fields.TryAdd(property.Name, property.Value))
                throw new JsonException($"{what} has the field '{property.Name}' twice");
        }
    }

    internal JsonElement Take(string name) => _fields.Remove(name, out JsonElement value)
        ? value
        : throw new JsonException($"{_what} has no field '{name}'");

    internal JsonElement? Find(string name) =>
        _fields.Remove(name, out JsonElement value) ? value : null;

    internal string Text(string name) =>
        Take(name).GetString() ?? throw new JsonException($"{_what}: '{name}' is null");

    internal int Integer(string name) => Take(name).GetInt32();

    internal bool Flag(string name) => Take(name).GetBoolean();

    internal T[] List<T>(string name, Func<JsonElement, T> read) =>
        [.. Take(name).EnumerateArray().Select(read)];

    internal T[] FindList<T>(string name, Func<JsonElement, T> read) =>
        Find(name) is { } list ? [.. list.EnumerateArray().Select(read)] : [];

    internal TimeSpan? FindDuration(string name) =>
        Find(name) is { } value ? Duration(value.GetString()) : null;

    internal static TimeSpan Duration(string? text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out TimeSpan duration)
            ? duration
            : throw new JsonException($"'{text}' is not a duration like '0.00:00:10.0000000'");

    internal void Finish()
    {
        if (_fields.Count > 0)
            throw new JsonException($"{_what} has an unknown field '{_fields.Keys.Min()}'");
    }
}
