using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ActorTune.Hocon;

/// <summary>Lays a tree out as settings: one key per scalar, its path joined by colons.</summary>
internal static class SettingsFlattener
{
    /// <summary>The settings; keys that differ only in case are one, the last counts.</summary>
    public static Dictionary<string, string?> Flatten(HoconObject root)
    {
        Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase);
        AddMembers(settings, null, root);
        return settings;
    }

    private static void Add(Dictionary<string, string?> settings, string path, HoconValue value)
    {
        if (value is HoconObject container)
            AddMembers(settings, path, container);
        else if (value is HoconArray array)
            AddElements(settings, path, array);
        else
            settings[path] = HoconConversions.ToText(value, out _);
    }

    private static void AddMembers(
        Dictionary<string, string?> settings, string? path, HoconObject container)
    {
        foreach (HoconMember member in container.Members)
            Add(settings, Combine(path, member.Name), member.Value);
    }

    private static void AddElements(
        Dictionary<string, string?> settings, string path, HoconArray array)
    {
        for (int index = 0; index < array.Elements.Count; index++)
        {
            string name = index.ToString(CultureInfo.InvariantCulture);
            Add(settings, Combine(path, name), array.Elements[index]);
        }
    }

    private static string Combine(string? path, string name) =>
        path is null ? name : ConfigurationPath.Combine(path, name);
}
