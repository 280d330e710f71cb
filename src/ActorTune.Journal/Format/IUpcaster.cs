namespace ActorTune.Journal.Format;

/// <summary>
/// Rewrites the stored form of one kind of event from one version to a newer one.
/// </summary>
/// <remarks>
/// Journals are never rewritten: an old event is upcast each time that it is read. An upcaster is
/// kept for ever, and works on JSON alone, so that later changes in code cannot change it.
/// </remarks>
public interface IUpcaster
{
    /// <summary>The stored name of the event in its old form.</summary>
    string Event { get; }

    /// <summary>The version that it reads.</summary>
    int Version { get; }

    /// <summary>
    /// Writes the whole object in its newer form: <c>e</c> first, then <c>v</c>, then the fields.
    /// The name may be another one; under the same name the version must be higher.
    /// </summary>
    /// <param name="old">The object as it was stored.</param>
    /// <param name="newer">Where to write.</param>
    void Upcast(JsonElement old, Utf8JsonWriter newer);
}
