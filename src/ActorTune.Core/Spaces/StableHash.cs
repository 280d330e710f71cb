namespace ActorTune.Spaces;

/// <summary>
/// FNV-1a over 64 bits (Fowler, Noll, Vo): the same in every process and on every machine, which
/// the platform's own hash codes are not.
/// </summary>
internal static class StableHash
{
    internal const ulong Start = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    internal static ulong Add(ulong hash, byte value) => unchecked((hash ^ value) * Prime);

    internal static ulong Add(ulong hash, long value)
    {
        for (int shift = 0; shift < 64; shift += 8)
            hash = Add(hash, unchecked((byte)(value >> shift)));
        return hash;
    }

    internal static ulong Add(ulong hash, string text)
    {
        foreach (char symbol in text)
            hash = Add(Add(hash, unchecked((byte)symbol)), unchecked((byte)(symbol >> 8)));
        return Add(hash, text.Length);
    }

    internal static ulong Add(ulong hash, ParameterValue value)
    {
        hash = Add(hash, (byte)value.Kind);
        return value.Kind switch
        {
            ParameterValueKind.Float =>
                Add(hash, BitConverter.DoubleToInt64Bits(value.AsDouble())),
            ParameterValueKind.Integer => Add(hash, value.AsInt64()),
            ParameterValueKind.Boolean => Add(hash, value.AsBoolean() ? 1L : 0L),
            _ => Add(hash, value.AsText()),
        };
    }
}
