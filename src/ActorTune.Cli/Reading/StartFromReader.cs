using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>
/// Reads the earlier studies that a new one starts from: each a name, or a name and a journal.
/// </summary>
internal static class StartFromReader
{
    internal static IReadOnlyList<EarlierStudy> Read(IReadOnlyList<HoconItem>? items) =>
        [.. (items ?? []).Select(Read).OfType<EarlierStudy>()];

    private static EarlierStudy? Read(HoconItem item)
    {
        string? name;
        string? journal = null;
        if (item.Value is HoconObject && item.AsObject() is { } reader)
        {
            name = reader.RequiredString("study");
            journal = reader.OptionalString("journal");
            reader.RefuseUnknown();
            if (name.Length == 0)
                return null;
        }
        else
        {
            name = item.AsString();
        }

        if (name is null)
            return null;
        if (StudyId.IsValid(name))
            return new EarlierStudy(new StudyId(name), journal);
        item.Refuse($"'{name}' cannot name a study");
        return null;
    }
}
