using System.Text.Json;
using System.Text.Json.Nodes;
using ActorTune.Cli.Reading;
using ActorTune.Hocon;

namespace ActorTune.Cli.AskTell;

/// <summary>
/// Reads the study of a create request. JSON is HOCON, so the request is laid out as a
/// configuration file and read by the same rules.
/// </summary>
internal static class CreateRequest
{
    private const string OneObjective = "value";

    private static readonly string[] Copied =
    [
        "seed", "sampler", "scheduler", "stop", "failures", "forbidden", "seeds", "fixed",
        "enqueue", "duplicates", "start-with-defaults",
    ];

    /// <exception cref="HoconException">Anything is wrong; it lists all of it.</exception>
    internal static StudySpecification Read(AskTellRequest request, string name)
    {
        var root = new JsonObject { ["study"] = name };
        foreach (string member in Copied)
            Copy(request, member, root, member);
        Copy(request, "space", root, "search-space");
        AddObjectives(request, root);
        AddConstraints(request, root);
        AddResource(request, root);
        if (!request.Has("stop"))
            root["stop"] = new JsonObject { ["trials"] = int.MaxValue, ["finish-best"] = 0 };
        bool resumes = request.Find("resumes") is not { ValueKind: JsonValueKind.False };
        root["program"] = new JsonObject { ["function"] = "ask-tell", ["resumes"] = resumes };
        request.RefuseUnknown();
        HoconDocument document = HoconDocument.Parse(root.ToJsonString(), origin: "create");
        return ConfigurationFile.Read(document, "create").Resolve().Specification;
    }

    private static void Copy(
        AskTellRequest request, string from, JsonObject root, string to)
    {
        if (request.Find(from) is { } value)
            root[to] = Node(value);
    }

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());

    private static void AddObjectives(AskTellRequest request, JsonObject root)
    {
        JsonElement? directions = request.Find("directions");
        string direction = request.Text("direction") ?? "minimize";
        JsonElement? reduce = request.Find("reduce");
        if (directions is null)
        {
            root["objective"] = Objective(OneObjective, JsonValue.Create(direction), reduce);
            return;
        }

        if (directions is not { ValueKind: JsonValueKind.Array } several)
            throw new AskTellException("\"directions\" must be an array of directions");
        root["objectives"] = new JsonArray([.. several.EnumerateArray().Select(
            (one, index) => (JsonNode)Objective(MetricOf(index), Node(one), reduce))]);
    }

    /// <summary>The metric by which one of several objectives is reported.</summary>
    internal static string MetricOf(int index) => string.Create(
        CultureInfo.InvariantCulture, $"{OneObjective}-{index}");

    private static JsonObject Objective(string metric, JsonNode? direction, JsonElement? reduce)
    {
        var objective = new JsonObject { ["metric"] = metric, ["direction"] = direction };
        if (reduce is { } rule)
            objective["reduce"] = Node(rule);
        return objective;
    }

    /// <summary>The metric by which a constraint is reported.</summary>
    internal static string ConstraintOf(int index) => string.Create(
        CultureInfo.InvariantCulture, $"constraint-{index}");

    private static void AddConstraints(AskTellRequest request, JsonObject root)
    {
        Copy(request, "inequalities", root, "inequalities");
        if (request.Find("constraints") is not { } constraints)
            return;
        var named = new JsonObject();
        if (constraints.ValueKind == JsonValueKind.Array)
        {
            foreach ((int index, JsonElement bounds) in constraints.EnumerateArray().Index())
                named[ConstraintOf(index)] = Node(bounds);
        }
        else
        {
            // A number of constraints, each of which holds at zero or below.
            for (int index = 0; index < (request.Whole("constraints") ?? 0); index++)
                named[ConstraintOf(index)] = new JsonObject { ["at-most"] = 0 };
        }

        root["constraints"] = named;
    }

    private static void AddResource(AskTellRequest request, JsonObject root)
    {
        var resource = new JsonObject();
        Copy(request, "resource-unit", resource, "unit");
        Copy(request, "max-resource", resource, "max");
        if (resource.Count > 0)
            root["resource"] = resource;
    }
}
