using System.Collections;

namespace ActorTune.Hocon.Resolution;

/// <summary>The environment that a document sees: the one given, or that of this process.</summary>
internal static class EnvironmentVariables
{
    public static IReadOnlyDictionary<string, string> Of(HoconParseOptions options) =>
        options.Environment ?? OfProcess();

    public static HoconPosition PositionOf(string variable) =>
        HoconPosition.Whole($"environment variable {variable}");

    // names are compared exactly on every platform, as the specification says
    private static Dictionary<string, string> OfProcess()
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        return variables;
    }
}
