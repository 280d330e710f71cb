using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>Reads <c>reproducible</c>: a word, or an object with the logical slots.</summary>
internal static class StrictReader
{
    private const string Example = "reproducible { mode = strict, slots = 8 }";

    /// <summary>The mode; null: recorded, or refused.</summary>
    internal static StrictMode? Read(HoconItem? item)
    {
        if (item is null)
            return null;
        return item.Value is HoconObject ? ReadObject(item.AsObject()!) : ReadWord(item);
    }

    private static StrictMode? ReadWord(HoconItem item)
    {
        string? word = item.AsString();
        if (word == "strict")
            item.Refuse("strict needs the number of logical slots, on which its decisions depend: "
                + $"write {Example}");
        else if (word is not (null or "recorded"))
            item.Refuse($"expected recorded or {Example}, got '{word}'");
        return null;
    }

    private static StrictMode? ReadObject(HoconReader reader)
    {
        string mode = reader.OptionalString("mode") ?? "strict";
        int? slots = reader.OptionalInt("slots");
        int every = reader.OptionalInt("check-every") ?? StrictMode.DefaultCheckEvery;
        reader.RefuseUnknown();
        if (mode == "recorded")
            return null;
        if (mode != "strict")
        {
            reader.Refuse("mode", $"expected recorded or strict, got '{mode}'");
            return null;
        }

        // What is missing is refused with everything else that is wrong about the study.
        return new StrictMode(slots ?? 0, every);
    }
}
