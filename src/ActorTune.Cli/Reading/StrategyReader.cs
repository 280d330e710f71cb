using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>
/// Reads a sampler or a trial scheduler: its name alone, or its name over its options. An option
/// may also stand beside the name, so that it can be set without saying whose it is.
/// </summary>
internal static class StrategyReader
{
    internal static StrategyOptions? Read(HoconItem? item)
    {
        if (item is null)
            return null;
        if (item.Value is not HoconObject)
            return item.AsString() is { } name ? new StrategyOptions(name) : null;
        IReadOnlyList<HoconItem> members = item.AsObject()!.Members();
        HoconItem[] named = members is [_]
            ? [.. members]
            : [.. members.Where(member => member.Value is HoconObject)];
        if (named is [var only])
            return ReadOptions(only, members.Except(named));
        item.Refuse(
            $"expected one name such as {item.Name} = {Example(item)}, or one name over its "
            + $"options such as {item.Name} {{ {Example(item)} {{ ... }} }}; got "
            + (members.Count == 0 ? "nothing" : string.Join(
                " and ", members.Select(member => $"'{member.Name}'"))));
        return null;
    }

    private static string Example(HoconItem item) => item.Name == "sampler" ? "random" : "asha";

    private static StrategyOptions? ReadOptions(HoconItem item, IEnumerable<HoconItem> beside)
    {
        var options = new StrategyOptions(item.Name);
        if (item.AsObject() is not { } reader)
            return null;
        foreach (HoconItem member in reader.Members().Concat(beside))
        {
            if (ParameterValues.Read(member) is { } value)
                options = options.With(member.Name, FromText(value));
        }

        return options;
    }

    /// <summary>Variables hold texts only: one that is a whole number stands for it.</summary>
    private static ParameterValue FromText(ParameterValue value)
    {
        if (value.Kind != ParameterValueKind.Text)
            return value;
        string text = value.AsText();
        if (long.TryParse(text, CultureInfo.InvariantCulture, out long whole))
            return ParameterValue.Of(whole);
        return text is "true" or "false" ? ParameterValue.Of(text == "true") : value;
    }
}
