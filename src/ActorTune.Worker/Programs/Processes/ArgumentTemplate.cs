using System.Text;
using ActorTune.Spaces;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>Fills the placeholders of a command's arguments.</summary>
internal static class ArgumentTemplate
{
    private const string ParameterPrefix = "param:";

    /// <summary>The command's arguments with all placeholders filled.</summary>
    /// <exception cref="ProgramStartException">A placeholder is unknown or not closed.</exception>
    internal static IReadOnlyList<string> Fill(IEnumerable<string> arguments, TrialLaunch launch)
    {
        var filled = new List<string>();
        foreach (string argument in arguments)
        {
            if (Fill(argument, launch) is { } text)
                filled.Add(text);
        }

        return filled;
    }

    // Null: the argument is left out.
    private static string? Fill(string argument, TrialLaunch launch)
    {
        var text = new StringBuilder(argument.Length);
        int at = 0;
        while (at < argument.Length)
        {
            char symbol = argument[at];
            bool isDoubled = at + 1 < argument.Length && argument[at + 1] == symbol;
            if (symbol is '{' or '}' && !isDoubled)
            {
                int end = EndOf(argument, at);
                if (ValueOf(argument[(at + 1)..end], argument, launch) is not { } value)
                    return null;
                text.Append(value);
                at = end + 1;
            }
            else
            {
                text.Append(symbol);
                at += symbol is '{' or '}' ? 2 : 1;
            }
        }

        return text.ToString();
    }

    private static int EndOf(string argument, int at)
    {
        int end = argument[at] == '{' ? argument.IndexOf('}', at) : -1;
        return end >= 0 ? end : throw new ProgramStartException(
            $"The argument '{argument}' has a '{argument[at]}' without its pair: write it twice to "
            + "have it as it stands, or {name} for a parameter's value.");
    }

    private static string? ValueOf(string placeholder, string argument, TrialLaunch launch)
    {
        bool isOptional = placeholder.EndsWith('?');
        string name = isOptional ? placeholder[..^1] : placeholder;
        bool isParameter = name.StartsWith(ParameterPrefix, StringComparison.Ordinal);
        if (isParameter)
            name = name[ParameterPrefix.Length..];
        if (launch.Configuration.TryGet(name, out ParameterValue value))
            return value.ToString();
        string? own = isParameter ? null : OwnValue(name, launch);
        if (own is not null || isOptional)
            return own;
        throw new ProgramStartException(
            $"The argument '{argument}' names '{name}', which is no active parameter of the "
            + $"trial; active are [{string.Join(", ", launch.Configuration.Names)}], and there are "
            + "{trial}, {attempt}, {seed} and {folder}. Write {" + name + "?} to leave the "
            + "argument out where the parameter is not active, and a brace twice to have it as it "
            + "stands.");
    }

    private static string? OwnValue(string name, TrialLaunch launch) => name switch
    {
        "trial" => launch.Attempt.Trial.Value.ToString(CultureInfo.InvariantCulture),
        "attempt" => launch.Attempt.Number.ToString(CultureInfo.InvariantCulture),
        "seed" => launch.Seed.ToString(CultureInfo.InvariantCulture),
        "folder" => launch.Folder,
        _ => null,
    };
}
