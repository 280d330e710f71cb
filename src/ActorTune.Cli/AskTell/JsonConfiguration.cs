using System.Text.Json;
using ActorTune.Cli.Reading;

namespace ActorTune.Cli.AskTell;

/// <summary>A configuration as a JSON object of values by name.</summary>
internal static class JsonConfiguration
{
    /// <summary>Reads a configuration; whether it fits the space the engine checks.</summary>
    internal static Configuration Read(JsonElement json, SearchSpace space)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new AskTellException("a configuration is an object of values by name");
        Dictionary<string, JsonElement> given = new(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
            given[member.Name] = member.Value;
        // In the order of the space, so that equal configurations are equal.
        IEnumerable<string> names = space.Parameters
            .Select(parameter => parameter.Name)
            .Where(given.ContainsKey);
        string[] ordered = [.. names, .. given.Keys.Where(name => !Has(space, name))];
        return new Configuration(ordered.Select(name =>
            KeyValuePair.Create(name, Match(space, name, Value(name, given[name])))));
    }

    private static bool Has(SearchSpace space, string name) =>
        space.Parameters.Any(parameter => parameter.Name == name);

    private static ParameterValue Match(SearchSpace space, string name, ParameterValue value) =>
        Has(space, name)
            ? ParameterValues.Match(space.Parameters[space.IndexOf(name)], value)
            : value;

    private static ParameterValue Value(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => ParameterValue.Of(json.GetString()!),
        JsonValueKind.True or JsonValueKind.False => ParameterValue.Of(json.GetBoolean()),
        JsonValueKind.Number when json.TryGetInt64(out long whole) => ParameterValue.Of(whole),
        JsonValueKind.Number when double.IsFinite(json.GetDouble()) =>
            ParameterValue.Of(json.GetDouble()),
        _ => throw new AskTellException(
            $"the value of '{name}' must be a number, a text, true or false"),
    };
}
