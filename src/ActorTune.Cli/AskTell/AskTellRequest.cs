using System.Text.Json;

namespace ActorTune.Cli.AskTell;

/// <summary>One line of the ask-and-tell protocol, with typed access to its members.</summary>
internal sealed class AskTellRequest
{
    private readonly JsonElement _root;
    private readonly HashSet<string> _known = ["op", "id", "study"];

    internal AskTellRequest(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new AskTellException(
                $"a request is a JSON object such as {{\"op\":\"hello\"}}, not {Kind(root)}");
        _root = root;
        Op = Text("op") ?? throw new AskTellException("a request needs \"op\"");
    }

    /// <summary>A part of a request, with the same access to its members.</summary>
    internal AskTellRequest(JsonElement root, string place)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new AskTellException($"{place} must be a JSON object, not {Kind(root)}");
        _root = root;
        _known.Clear();
        Op = place;
    }

    /// <summary>What is asked for, or of which part of a request this is.</summary>
    internal string Op { get; }

    /// <summary>The study that it is about; the only one has no need of a name.</summary>
    internal string? Study => Text("study");

    internal JsonElement Root => _root;

    internal bool Has(string name) => Find(name) is not null;

    internal JsonElement? Find(string name)
    {
        _known.Add(name);
        return _root.TryGetProperty(name, out JsonElement value)
            && value.ValueKind != JsonValueKind.Null
                ? value
                : null;
    }

    internal string? Text(string name) => Find(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw Wrong(name, "a text", value);

    internal long? Whole(string name) => Find(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long whole)
            ? whole
            : throw Wrong(name, "a whole number", value);

    internal int Trial()
    {
        long number = Whole("trial") ?? throw new AskTellException($"{Op} needs \"trial\"");
        return number is >= 0 and <= int.MaxValue
            ? (int)number
            : throw new AskTellException($"there is no trial {number}");
    }

    /// <summary>A number; NaN and the infinities are texts.</summary>
    internal double? Number(string name) =>
        Find(name) is { } value ? Number(name, value) : null;

    internal double[]? Numbers(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(element => Number(name, element))]
            : throw Wrong(name, "an array of numbers", value);
    }

    /// <summary>Refuses members that nothing asked for.</summary>
    internal void RefuseUnknown()
    {
        foreach (JsonProperty member in _root.EnumerateObject())
        {
            if (!_known.Contains(member.Name))
                throw new AskTellException(
                    $"{Op} has no \"{member.Name}\"; it has {string.Join(", ", _known.Order())}");
        }
    }

    internal static double Number(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetDouble();
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return text?.ToLowerInvariant() switch
        {
            "nan" => double.NaN,
            "inf" or "infinity" => double.PositiveInfinity,
            "-inf" or "-infinity" => double.NegativeInfinity,
            _ => throw Wrong(name, "a number, or \"NaN\", \"Infinity\", \"-Infinity\"", value),
        };
    }

    private static AskTellException Wrong(string name, string wanted, JsonElement value) =>
        new($"\"{name}\" must be {wanted}, got {Shown(value)}");

    private static string Shown(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= 60 ? text : text[..57] + "...";
    }

    private static string Kind(JsonElement value) => value.ValueKind.ToString().ToLowerInvariant();
}
