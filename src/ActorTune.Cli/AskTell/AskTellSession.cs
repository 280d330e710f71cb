using System.Text.Encodings.Web;
using System.Text.Json;
using ActorTune.Hocon;

namespace ActorTune.Cli.AskTell;

/// <summary>
/// Answers the requests of one process, one line each. A request that is refused changes nothing,
/// and the session goes on.
/// </summary>
internal sealed class AskTellSession(TimeProvider clock)
{
    /// <summary>The version of the protocol that hello tells.</summary>
    internal const int Protocol = 1;

    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, AskTellStudy> _studies =
        new(StringComparer.Ordinal);

    /// <summary>The answer to one request.</summary>
    internal string Answer(string line)
    {
        JsonElement? id = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            id = IdOf(document.RootElement);
            var request = new AskTellRequest(document.RootElement);
            return Write(id, writer => Answer(request, writer));
        }
        catch (Exception error) when (RefusalOf(error) is { } refusal)
        {
            return Write(id, writer => writer.WriteString("error", refusal));
        }
    }

    // What a request can do wrong; null for anything else, which ends the session.
    private static string? RefusalOf(Exception error) => error switch
    {
        JsonException => $"the line is not JSON: {error.Message}",
        AskTellException or CorruptJournalException or JournalException => error.Message,
        IOException or UnauthorizedAccessException => error.Message,
        InvalidStudyException invalid => string.Join("; ", invalid.Problems),
        HoconException refused => string.Join("; ", refused.Problems.Select(
            problem => $"{problem.Path}: {problem.Message}")),
        _ => null,
    };

    private static JsonElement? IdOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out JsonElement id)
            ? id.Clone()
            : null;

    private static string Write(JsonElement? id, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            writer.WriteStartObject();
            if (id is { } given)
            {
                writer.WritePropertyName("id");
                given.WriteTo(writer);
            }

            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Answer(AskTellRequest request, Utf8JsonWriter writer)
    {
        switch (request.Op)
        {
            case "hello":
                request.RefuseUnknown();
                Hello(writer);
                break;
            case "create":
                Create(request, writer);
                break;
            case "load":
                Load(request, writer);
                break;
            default:
                AskTellStudy study = Find(request);
                study.Now = clock.GetUtcNow();
                new AskTellOperations(study, writer).Answer(request);
                break;
        }
    }

    private void Hello(Utf8JsonWriter writer)
    {
        writer.WriteString("name", "actortune");
        writer.WriteString("version", typeof(AskTellStudy).Assembly.GetName().Version!.ToString(3));
        writer.WriteNumber("protocol", Protocol);
        WriteNames(writer, "samplers", StandardStrategies.SamplerNames);
        WriteNames(writer, "schedulers", StandardStrategies.SchedulerNames);
        WriteNames(writer, "studies", _studies.Keys);
    }

    private static void WriteNames(
        Utf8JsonWriter writer, string name, IEnumerable<string> names)
    {
        writer.WriteStartArray(name);
        foreach (string one in names)
            writer.WriteStringValue(one);
        writer.WriteEndArray();
    }

    private void Create(AskTellRequest request, Utf8JsonWriter writer)
    {
        string name = NewName(request);
        JsonElement? earlier = request.Find("start-from");
        StudySpecification specification = CreateRequest.Read(request, name);
        var study = new AskTellStudy(specification) { Now = clock.GetUtcNow() };
        IReadOnlyList<EarlierTrials> found = StartFromRequest.Apply(earlier, study);
        Add(name, study, writer);
        StartFromRequest.Write(writer, found);
    }

    private void Load(AskTellRequest request, Utf8JsonWriter writer)
    {
        string name = NewName(request);
        IReadOnlyList<JournalEntry> entries = SavedStudy.Read(request);
        request.RefuseUnknown();
        Add(name, AskTellStudy.Load(entries), writer);
    }

    private void Add(string name, AskTellStudy study, Utf8JsonWriter writer)
    {
        _studies.Add(name, study);
        StudySpecification specification = study.State.Specification;
        writer.WriteString("study", name);
        writer.WriteNumber("seed", specification.Seed);
        writer.WriteString("sampler", specification.Sampler.ToString());
        writer.WriteString("scheduler", specification.Scheduler.ToString());
        writer.WriteNumber("trials", study.State.Trials.Count);
    }

    private string NewName(AskTellRequest request)
    {
        string name = request.Study ?? "study";
        if (!StudyId.IsValid(name))
            throw new AskTellException(
                $"'{name}' cannot name a study: use 1 to 100 letters, digits, '.', '-' or '_'");
        return _studies.ContainsKey(name)
            ? throw new AskTellException($"there is a study '{name}'; give another \"study\"")
            : name;
    }

    private AskTellStudy Find(AskTellRequest request)
    {
        if (request.Study is { } name)
            return _studies.GetValueOrDefault(name) ?? throw new AskTellException(
                $"there is no study '{name}'; create it first");
        return _studies.Count switch
        {
            1 => _studies.Values.First(),
            0 => throw new AskTellException("there is no study; create one first"),
            _ => throw new AskTellException(
                $"there are {_studies.Count} studies; say which by \"study\""),
        };
    }
}
