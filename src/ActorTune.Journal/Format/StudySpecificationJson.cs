namespace ActorTune.Journal.Format;

/// <summary>
/// The stored form of a specification, for journals, exports and the command line.
/// </summary>
public static class StudySpecificationJson
{
    /// <summary>Writes a specification as one object, defaults included.</summary>
    /// <param name="writer">Stands where a value may be written.</param>
    /// <param name="specification">The specification.</param>
    public static void Write(Utf8JsonWriter writer, StudySpecification specification) =>
        SpecificationWriter.Write(writer, specification);

    /// <summary>
    /// The specification as a text. Equal specifications give equal texts, so that it also serves
    /// to compare and to hash them.
    /// </summary>
    /// <param name="specification">The specification.</param>
    /// <param name="indented">Whether it is laid out for people.</param>
    public static string ToText(StudySpecification specification, bool indented = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, StoredJson.Options(indented)))
            SpecificationWriter.Write(writer, specification);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads a specification.</summary>
    /// <param name="element">The object that <see cref="Write"/> wrote.</param>
    /// <exception cref="JournalException">It is not whole, or not understood.</exception>
    public static StudySpecification Read(JsonElement element)
    {
        try
        {
            return SpecificationReader.Read(element);
        }
        catch (Exception error) when (StoredJson.IsMalformed(error))
        {
            throw Refuse(error);
        }
    }

    /// <summary>Reads a specification from a text.</summary>
    /// <param name="text">The text of one object.</param>
    /// <exception cref="JournalException">It is not whole, or not understood.</exception>
    public static StudySpecification Parse(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return SpecificationReader.Read(document.RootElement);
        }
        catch (Exception error) when (StoredJson.IsMalformed(error))
        {
            throw Refuse(error);
        }
    }

    private static JournalException Refuse(Exception error) => new(
        JournalFailure.Damaged,
        $"The stored specification cannot be read: {error.Message}. Restore it from a copy, or "
            + "use the build that wrote it.",
        error);
}
