using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>Reads one parameter of a search space.</summary>
internal static class ParameterReader
{
    private static readonly string[] Kinds =
        ["float", "int", "choice", "ordinal", "boolean", "constant"];

    /// <summary>The parameter without its conditions; null where something was refused.</summary>
    internal static Parameter? Read(HoconItem item)
    {
        if (item.AsObject() is not { } reader)
            return null;
        int before = reader.Problems.Count;
        string[] named = [.. Kinds.Where(reader.Has)];
        // What belongs to every kind is known before anything is refused as unknown.
        reader.Has("default");
        reader.Has("when");
        Parameter? parameter = named.Length == 1 ? Read(named[0], item.Name, reader) : null;
        if (named.Length != 1)
            Refuse(reader, named);
        else
            reader.RefuseUnknown();
        return reader.Problems.Count == before ? WithDefault(parameter!, reader) : null;
    }

    private static void Refuse(HoconReader reader, string[] named) => reader.Refuse(
        "needs one of float = [low, high], int = [low, high], choice = [...], ordinal = [...], "
        + "boolean = true, constant = value; "
        + (named.Length == 0 ? "it has none" : $"it has {string.Join(" and ", named)}"));

    private static Parameter? Read(string kind, string name, HoconReader reader)
    {
        switch (kind)
        {
            case "float":
                return ReadFloat(name, reader);
            case "int":
                return ReadInteger(name, reader);
            case "choice":
                return ReadChoice(name, reader);
            case "ordinal":
                return ParameterValues.ReadList(reader.RequiredItem(kind)!) is { } values
                    ? new OrdinalParameter(name, values)
                    : null;
            case "boolean":
                if (reader.RequiredBoolean(kind))
                    return new BooleanParameter(name);
                reader.Refuse(kind, "write boolean = true; for a fixed value, constant = false");
                return null;
            default:
                return ParameterValues.Read(reader.RequiredItem(kind)!) is { } value
                    ? new ConstantParameter(name, value)
                    : null;
        }
    }

    private static FloatParameter? ReadFloat(string name, HoconReader reader)
    {
        double?[] ends = [.. Ends(reader.RequiredItem("float")!).Select(end => end.AsDouble())];
        Scale scale = ReadScale(reader);
        double? step = reader.OptionalDouble("step");
        return ends is [{ } low, { } high]
            ? new FloatParameter(name, low, high) { Scale = scale, Step = step }
            : null;
    }

    private static IntegerParameter? ReadInteger(string name, HoconReader reader)
    {
        long?[] ends = [.. Ends(reader.RequiredItem("int")!).Select(end => end.AsLong())];
        Scale scale = ReadScale(reader);
        long step = reader.OptionalLong("step") ?? 1;
        return ends is [{ } low, { } high]
            ? new IntegerParameter(name, low, high) { Scale = scale, Step = step }
            : null;
    }

    private static CategoricalParameter? ReadChoice(string name, HoconReader reader)
    {
        IReadOnlyList<ParameterValue>? choices =
            ParameterValues.ReadList(reader.RequiredItem("choice")!);
        double?[]? weights = reader.OptionalArray("weights")
            ?.Select(weight => weight.AsDouble()).ToArray();
        if (choices is null || weights?.Contains(null) == true)
            return null;
        return new CategoricalParameter(
            name, choices, weights?.Select(weight => weight!.Value).ToArray());
    }

    /// <summary>The two values of a range; none where it was refused.</summary>
    internal static IReadOnlyList<HoconItem> Ends(HoconItem range)
    {
        if (range.AsArray() is not { } ends)
            return [];
        if (ends.Count == 2)
            return ends;
        range.Refuse(string.Create(
            CultureInfo.InvariantCulture, $"expected [low, high], got {ends.Count} values"));
        return [];
    }

    private static Scale ReadScale(HoconReader reader)
    {
        bool log = reader.OptionalBoolean("log") ?? false;
        bool reverse = reader.OptionalBoolean("reverse-log") ?? false;
        if (log && reverse)
            reader.Refuse("reverse-log", "log and reverse-log exclude each other; choose one");
        return reverse ? Scale.ReverseLog : log ? Scale.Log : Scale.Linear;
    }

    private static Parameter? WithDefault(Parameter parameter, HoconReader reader)
    {
        if (reader.OptionalItem("default") is not { } item)
            return parameter;
        return ParameterValues.Read(item) is { } value
            ? parameter with { Default = ParameterValues.Match(parameter, value) }
            : null;
    }
}
