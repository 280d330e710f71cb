using System.Runtime.CompilerServices;

namespace ActorTune.Journal.Tests;

/// <summary>Files kept beside the tests' sources.</summary>
internal static class TestFiles
{
    /// <summary>
    /// Set to 1, golden files and fixtures that do not exist are written, and existing golden files
    /// are replaced. Review every changed line: it is a change of what journals hold.
    /// </summary>
    internal const string WriteVariable = "ACTORTUNE_WRITE_GOLDEN";

    internal static bool Writes => Environment.GetEnvironmentVariable(WriteVariable) == "1";

    internal static string Golden(string name) => Path.Combine(Folder(), "golden", name);

    internal static string Fixtures(string version) =>
        Path.Combine(Folder(), "..", "fixtures", "journals", version);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
