namespace ActorTune.EndToEnd;

/// <summary>Where things lie in this repository.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    /// <summary>The command line tool, as built with these tests.</summary>
    internal static string Cli { get; } = Path.Combine(
        Root, "src", "ActorTune.Cli", "bin", Build, "net10.0", "actortune.dll");

    /// <summary>The trial programs of these tests.</summary>
    internal static string Programs { get; } = Path.Combine(AppContext.BaseDirectory, "programs");

    private static string Build =>
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ActorTune.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException("No ActorTune.sln above the tests.");
    }
}
