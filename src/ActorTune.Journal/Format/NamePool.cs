using System.Buffers;

namespace ActorTune.Journal.Format;

/// <summary>
/// Gives names that come again and again (metrics, parameters, workers, rules) as one string each:
/// a million measurements of one metric share its name. Races only cost a string.
/// </summary>
internal static class NamePool
{
    private const int SlotCount = 1024;
    private const int LongestName = 64;
    private static readonly SearchValues<byte> NotPlain = SearchValues.Create(
        [(byte)'\\', .. Enumerable.Range(0, ' ').Select(control => (byte)control)]);

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

    /// <summary>The name of these bytes; false unless they are ASCII without escapes.</summary>
    internal static bool TryIntern(ReadOnlySpan<byte> bytes, out string name)
    {
        name = string.Empty;
        if (bytes.Length > LongestName)
            return false;
        ref string? slot = ref Slots[Hash(bytes) % SlotCount];
        if (slot is { } known && Ascii.Equals(bytes, known))
        {
            name = known;
            return true;
        }

        if (!Ascii.IsValid(bytes) || bytes.ContainsAny(NotPlain))
            return false;
        name = slot = Encoding.ASCII.GetString(bytes);
        return true;
    }

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte symbol in name)
            hash = unchecked((hash ^ symbol) * 16777619);
        return hash;
    }
}
