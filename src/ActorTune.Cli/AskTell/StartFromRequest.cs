using System.Text.Json;

namespace ActorTune.Cli.AskTell;

/// <summary>
/// The earlier trials of a create request: studies that were saved, and trials told one by one,
/// which together are one earlier study.
/// </summary>
internal static class StartFromRequest
{
    /// <summary>The source that trials told one by one have in the journal.</summary>
    private static readonly StudyId Given = new("given");

    /// <summary>Lets a new study start from what the request names.</summary>
    /// <param name="earlier">The member of the request, or null.</param>
    /// <param name="study">The new study.</param>
    /// <returns>What was taken over, in the order of the request.</returns>
    internal static IReadOnlyList<EarlierTrials> Apply(JsonElement? earlier, AskTellStudy study)
    {
        if (earlier is not { } items)
            return [];
        if (items.ValueKind != JsonValueKind.Array)
            throw new AskTellException(
                "\"start-from\" must be an array of trials and of saved studies");
        var found = new List<EarlierTrials>();
        var told = new List<EarlierTrial>();
        foreach ((int index, JsonElement item) in items.EnumerateArray().Index())
        {
            var part = new AskTellRequest(item, string.Create(
                CultureInfo.InvariantCulture, $"start-from[{index}]"));
            if (part.Has("path") || part.Has("state"))
                found.Add(study.StartFrom(Read(part)));
            else
                told.Add(ReadTrial(part, study.State.Specification));
        }

        if (told.Count > 0)
            found.Add(study.StartFrom(told, Given));
        return found;
    }

    /// <summary>Tells how many trials of each were taken over.</summary>
    internal static void Write(Utf8JsonWriter writer, IReadOnlyList<EarlierTrials> found)
    {
        if (found.Count == 0)
            return;
        writer.WriteStartArray("started-from");
        foreach (EarlierTrials earlier in found)
        {
            writer.WriteStartObject();
            writer.WriteString("study", earlier.Study.Name);
            writer.WriteNumber("trials", earlier.Trials.Count);
            writer.WriteNumber("measured", earlier.MeasuredCount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static StudyState Read(AskTellRequest part)
    {
        IReadOnlyList<JournalEntry> entries = SavedStudy.Read(part);
        part.RefuseUnknown();
        var state = new StudyState(StandardStrategies.Instance);
        foreach (JournalEntry entry in entries)
            state.Evolve(entry);
        return state.Phase != StudyPhase.Empty
            ? state
            : throw new AskTellException($"{part.Op} holds no study");
    }

    private static EarlierTrial ReadTrial(AskTellRequest part, StudySpecification specification)
    {
        JsonElement json = part.Find("configuration") ?? throw new AskTellException(
            $"{part.Op} needs \"configuration\", or the \"path\" or \"state\" of a saved study");
        Configuration configuration = JsonConfiguration.Read(json, specification.SearchSpace);
        long resource = part.Whole("resource") ?? 1;
        if (resource < 1)
            throw new AskTellException(
                $"\"resource\" of {part.Op} must be at least 1, got {resource}");
        MetricSet metrics = RequestMetrics.Read(part, specification);
        part.RefuseUnknown();
        return new EarlierTrial(configuration, metrics) { Resource = new Resource(resource) };
    }
}
