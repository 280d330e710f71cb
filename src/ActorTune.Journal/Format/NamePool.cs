namespace ActorTune.Journal.Format;

/// <summary>
/// Gives names that come again and again (metrics, parameters, workers, rules) as one string each:
/// a million measurements of one metric share its name. Races only cost a string.
/// </summary>
internal static class NamePool
{
    private const int SlotCount = 1024;
    private const int LongestName = 64;
    private static readonly string?[] Slots = new string?[SlotCount];

    internal static string Intern(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped
            || reader.ValueSpan.Length > LongestName)
            return reader.GetString() ?? throw new JsonException("a name is null");
        uint slot = Hash(reader.ValueSpan) % SlotCount;
        string? known = Slots[slot];
        if (known is not null && reader.ValueTextEquals(known))
            return known;
        string name = reader.GetString() ?? throw new JsonException("a name is null");
        Slots[slot] = name;
        return name;
    }

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte symbol in name)
            hash = unchecked((hash ^ symbol) * 16777619);
        return hash;
    }
}
