using System.Buffers;

namespace ActorTune.Journal.Format;

/// <summary>All ways from old stored forms to those of this build.</summary>
public sealed class Upcasters
{
    private const int MaxSteps = 100;
    private readonly Dictionary<(string Event, int Version), IUpcaster> _upcasters = [];

    /// <summary>Creates a set of upcasters.</summary>
    /// <param name="upcasters">No two for the same event and version.</param>
    /// <exception cref="ArgumentException">Two read the same form.</exception>
    public Upcasters(params IReadOnlyList<IUpcaster> upcasters)
    {
        foreach (IUpcaster upcaster in upcasters)
        {
            if (!_upcasters.TryAdd((upcaster.Event, upcaster.Version), upcaster))
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Two upcasters read '{upcaster.Event}' in version {upcaster.Version}."));
        }
    }

    /// <summary>Those of this build. No stored form has changed yet.</summary>
    public static Upcasters Current { get; } = new();

    /// <summary>Rewrites an object until this build can read it.</summary>
    internal byte[] Upcast(JsonElement stored)
    {
        JsonElement element = stored.Clone();
        for (int step = 0; step < MaxSteps; step++)
        {
            string name = element.GetProperty("e").GetString() ?? string.Empty;
            int version = element.GetProperty("v").GetInt32();
            if (step > 0 && IsCurrent(name, version))
                return JsonSerializer.SerializeToUtf8Bytes(element);
            if (!_upcasters.TryGetValue((name, version), out IUpcaster? upcaster))
                throw Refuse(name, version);
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, StoredJson.Options()))
                upcaster.Upcast(element, writer);
            using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
            element = document.RootElement.Clone();
        }

        throw new JsonException("the upcasters turn in a circle");
    }

    private static bool IsCurrent(string name, int version) =>
        Find(name) is { } form && form.Version == version;

    private static EventForm? Find(string name)
    {
        for (int kind = 0; kind < EventForm.KindCount; kind++)
        {
            EventForm form = EventForm.Of((EventKind)kind);
            if (form.Name.Value == name)
                return form;
        }

        return null;
    }

    private static JournalException Refuse(string name, int version)
    {
        EventForm? form = Find(name);
        if (form is null)
            return new JournalException(JournalFailure.TooNew, string.Create(
                CultureInfo.InvariantCulture,
                $"The journal holds an event '{name}' (version {version}) that this build does not "
                    + $"know. Use the build that wrote it or a later one."));
        return version > form.Version
            ? new JournalException(JournalFailure.TooNew, string.Create(
                CultureInfo.InvariantCulture,
                $"The journal holds '{name}' in version {version}; this build reads it up to "
                    + $"version {form.Version}. Use the build that wrote it or a later one."))
            : new JournalException(JournalFailure.Damaged, string.Create(
                CultureInfo.InvariantCulture,
                $"The journal holds '{name}' in version {version}; this build reads version "
                    + $"{form.Version} and has no upcaster from the older one. Use an older build, "
                    + $"and report this: the journal itself is whole."));
    }
}
