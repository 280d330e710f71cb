using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>Reads what a study optimises and what its trials must keep to.</summary>
internal static class ObjectiveReader
{
    private static readonly Objective Placeholder = new("placeholder", Direction.Minimize);

    /// <summary>One <c>objective</c>, or a list of <c>objectives</c>; at least one.</summary>
    internal static IReadOnlyList<Objective> Read(HoconReader root)
    {
        if (root.OptionalItem("objectives") is not { } item)
            return [ReadOne(root.RequiredObject("objective"))];
        if (root.OptionalItem("objective") is { } single)
            single.Refuse("give either one objective or a list of objectives, not both");
        IReadOnlyList<HoconItem>? elements = item.AsArray();
        if (elements is { Count: 0 })
            item.Refuse("there must be at least one");
        Objective[] objectives = [.. (elements ?? [])
            .Select(element => element.AsObject()).OfType<HoconReader>().Select(ReadOne)];
        return objectives.Length == 0 ? [Placeholder] : objectives;
    }

    /// <summary>
    /// The constraints on reported metrics. An array under the same name holds orders between
    /// parameters and is none of them.
    /// </summary>
    internal static IReadOnlyList<OutcomeConstraint> ReadConstraints(HoconReader root)
    {
        if (root.OptionalItem("constraints") is not { Value: HoconObject } item)
            return [];
        return [.. item.AsObject()!.Members().Select(ReadConstraint).OfType<OutcomeConstraint>()];
    }

    private static OutcomeConstraint? ReadConstraint(HoconItem item)
    {
        if (item.AsObject() is not { } reader)
            return null;
        double? most = reader.OptionalDouble("at-most");
        double? least = reader.OptionalDouble("at-least");
        reader.RefuseUnknown();
        return new OutcomeConstraint(item.Name, most, least);
    }

    private static Objective ReadOne(HoconReader reader)
    {
        string metric = reader.RequiredString("metric");
        Direction direction = reader.RequiredEnum<Direction>("direction");
        Reduction reduce = ReadReduction(reader.OptionalItem("reduce"));
        ValueRange range = ReadRange(reader.OptionalItem("range"));
        reader.RefuseUnknown();
        return new Objective(metric.Length == 0 ? Placeholder.Metric : metric, direction)
        {
            Reduce = reduce,
            Range = range,
        };
    }

    private static ValueRange ReadRange(HoconItem? item)
    {
        if (item is null)
            return ValueRange.Unbounded;
        double?[] ends = [.. ParameterReader.Ends(item).Select(end => end.AsDouble())];
        return ends is [{ } low, { } high] ? new ValueRange(low, high) : ValueRange.Unbounded;
    }

    private static Reduction ReadReduction(HoconItem? item)
    {
        const string mean = "mean-of-last(";
        switch (item?.AsString())
        {
            case null or "last":
                return Reduction.Last;
            case "best":
                return Reduction.Best;
            case { } text when text.StartsWith(mean, StringComparison.Ordinal)
                && text.EndsWith(')')
                && int.TryParse(text[mean.Length..^1], CultureInfo.InvariantCulture, out int count)
                && count >= 1:
                return Reduction.MeanOfLast(count);
            case { } text:
                item.Refuse($"expected last, best or mean-of-last(3), got '{text}'");
                return Reduction.Last;
        }
    }
}
