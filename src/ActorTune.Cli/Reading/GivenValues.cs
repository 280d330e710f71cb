using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>Reads values of parameters by name: fixed ones, and configurations to try.</summary>
internal static class GivenValues
{
    internal static KeyValuePair<string, ParameterValue>[] Read(
        HoconReader? reader, SearchSpace space)
    {
        var values = new List<KeyValuePair<string, ParameterValue>>();
        foreach (HoconItem member in reader?.Members() ?? [])
        {
            if (ParameterValues.Read(member) is { } value)
                values.Add(KeyValuePair.Create(member.Name, Match(space, member.Name, value)));
        }

        return [.. values];
    }

    internal static IReadOnlyList<Configuration> ReadList(
        IReadOnlyList<HoconItem>? items, SearchSpace space) =>
    [
        .. (items ?? []).Select(item => item.AsObject()).OfType<HoconReader>()
            .Select(reader => new Configuration(Read(reader, space))),
    ];

    private static ParameterValue Match(SearchSpace space, string name, ParameterValue value) =>
        space.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter
            ? ParameterValues.Match(parameter, value)
            : value;
}
